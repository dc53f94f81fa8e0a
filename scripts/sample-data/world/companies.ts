/** The fictional vendor's customers and prospects: `name | country | city | industry | employees | fleet | what the fleet is called`. */
const TABLE = `
Brunner Logistik|Germany|Augsburg|Transportation|610|240|vehicles
Hartmann Kältetechnik|Germany|Kassel|Engineering|190|86|vans
Stadtwerke Lindental|Germany|Lindental|Utilities|820|140|vehicles
Petersen Bau|Germany|Flensburg|Construction|430|118|vehicles
Kessler & Sohn Spedition|Germany|Hagen|Transportation|275|132|trucks
Bäckerei Ohlendorf|Germany|Celle|Food & Beverage|520|74|vans
Rheintal Getränke|Germany|Andernach|Food & Beverage|340|92|trucks
Gebäudedienste Marquardt|Germany|Bielefeld|Consulting|1150|310|vans
Wiesner Entsorgung|Germany|Cottbus|Environmental|480|165|trucks
Nordlicht Pflege|Germany|Kiel|Healthcare|690|208|cars
Falkner Aufzüge|Germany|Nürnberg|Machinery|560|174|vans
Thalmann Elektro|Germany|Erfurt|Construction|210|88|vans
Spedition Röhrig|Germany|Koblenz|Transportation|160|71|trucks
Möbelhaus Stenzel|Germany|Paderborn|Retail|380|46|trucks
Kommunaldienste Auental|Germany|Auental|Government|295|97|vehicles
Dachdecker Brenneke|Germany|Hildesheim|Construction|64|22|vans
Frischdienst Ahlers|Germany|Oldenburg|Food & Beverage|450|128|trucks
Baumaschinen Zirngibl|Germany|Straubing|Construction|230|143|machines
Labor Dr. Voss|Germany|Göttingen|Healthcare|720|96|cars
Lindhorst Agrar|Germany|Uelzen|Agriculture|180|67|machines
Krankentransport Elbe|Germany|Magdeburg|Healthcare|390|112|vehicles
Schreiber Fensterbau|Germany|Fulda|Manufacturing|260|41|vans
Autohilfe Südwest|Germany|Karlsruhe|Transportation|310|133|vehicles
Textilservice Brandl|Germany|Landshut|Hospitality|540|89|vans
Oberland Molkerei|Germany|Weilheim|Food & Beverage|610|104|trucks
Wachdienst Kröger|Germany|Bremen|Consulting|880|126|cars
Gerüstbau Hellwig|Germany|Dresden|Construction|145|58|trucks
Paketdienst Sander|Germany|Wuppertal|Transportation|920|380|vans
Hausgeräte Emmerich|Germany|Gütersloh|Retail|330|77|vans
Windkraft Service Nord|Germany|Husum|Energy|270|83|vans
Tischlerei Quandt|Germany|Rostock|Manufacturing|48|14|vans
Stahlhandel Overbeck|Germany|Duisburg|Manufacturing|410|59|trucks
Alpenquell Getränke|Austria|Villach|Food & Beverage|360|98|trucks
Transporte Gruber|Austria|Wels|Transportation|285|121|trucks
Hofer & Lang Installationen|Austria|Graz|Construction|170|69|vans
Wiener Hauspflege|Austria|Wien|Healthcare|1340|215|cars
Tiroler Bergbahnen Service|Austria|Innsbruck|Recreation|240|52|vehicles
Steinbruch Kogler|Austria|Leoben|Construction|130|49|machines
Energie Donauraum|Austria|Linz|Utilities|1900|320|vehicles
Lagerhaus Weinviertel|Austria|Mistelbach|Agriculture|410|83|trucks
Aeschbacher Transporte|Switzerland|Burgdorf|Transportation|220|94|trucks
Rigi Sanitär|Switzerland|Schwyz|Construction|95|38|vans
Bernhof Spitex|Switzerland|Bern|Healthcare|780|164|cars
Käser Lebensmittel|Switzerland|Sursee|Food & Beverage|310|66|trucks
Lémanet Services|Switzerland|Nyon|Consulting|520|117|vans
Ticino Scavi|Switzerland|Bellinzona|Construction|140|61|machines
Okafor Foods|United Kingdom|Leeds|Food & Beverage|260|64|vans
Whitmore Haulage|United Kingdom|Doncaster|Transportation|540|231|trucks
Calder Valley Plant Hire|United Kingdom|Halifax|Construction|310|187|machines
Ashby Facilities|United Kingdom|Leicester|Consulting|1400|295|vans
Pennine Dairy|United Kingdom|Skipton|Food & Beverage|430|88|trucks
Harrow & Finch Interiors|United Kingdom|Bristol|Retail|180|34|vans
Lowland Water|United Kingdom|Lincoln|Utilities|2100|410|vans
Tamar Home Care|United Kingdom|Plymouth|Healthcare|960|172|cars
Redgate Couriers|United Kingdom|Croydon|Transportation|370|204|vans
Strathmore Timber|United Kingdom|Perth|Manufacturing|240|51|trucks
Kingsmead Council Services|United Kingdom|Kingsmead|Government|1250|188|vehicles
Dunbar Lifts|United Kingdom|Glasgow|Machinery|290|102|vans
Severn Waste|United Kingdom|Gloucester|Environmental|620|159|trucks
Fenland Growers|United Kingdom|Wisbech|Agriculture|390|73|vehicles
Mercer Roofing|United Kingdom|Derby|Construction|72|26|vans
Ballymoy Transport|Ireland|Dundalk|Transportation|195|83|trucks
Shannon Facilities|Ireland|Limerick|Consulting|640|121|vans
Corrib Seafoods|Ireland|Galway|Food & Beverage|230|47|trucks
Liffey Home Care|Ireland|Dublin|Healthcare|510|99|cars
Van Dijk Transport|Netherlands|Venlo|Transportation|780|310|trucks
De Boer Koeltechniek|Netherlands|Zwolle|Engineering|165|72|vans
Gemeentewerken Oostpolder|Netherlands|Oostpolder|Government|540|108|vehicles
Bloemenexport Kuipers|Netherlands|Aalsmeer|Agriculture|320|91|trucks
Zorggroep Maasland|Netherlands|Roermond|Healthcare|1120|186|cars
Installatiebedrijf Hoekstra|Netherlands|Leeuwarden|Construction|140|57|vans
Brouwerij Ten Hove|Netherlands|Breda|Food & Beverage|270|44|trucks
Vlaamse Schoonmaak|Belgium|Gent|Consulting|890|142|vans
Transports Lacroix|Belgium|Namur|Transportation|360|158|trucks
Boulangeries Delvaux|Belgium|Charleroi|Food & Beverage|410|68|vans
Transports Moreau|France|Reims|Transportation|490|196|trucks
Ascenseurs Girard|France|Lyon|Machinery|380|127|vans
Laiterie du Vercors|France|Grenoble|Food & Beverage|350|76|trucks
Soins à Domicile Armor|France|Saint-Brieuc|Healthcare|640|133|cars
Travaux Publics Lemoine|France|Angers|Construction|720|248|machines
Eaux du Ponant|France|Brest|Utilities|1150|217|vans
Propreté Bastide|France|Toulouse|Consulting|930|148|vans
Lund & Dahl Transport|Denmark|Kolding|Transportation|430|177|trucks
Fyns Hjemmepleje|Denmark|Odense|Healthcare|870|151|cars
Kystbyg|Denmark|Esbjerg|Construction|205|79|vans
Mejeriet Skov|Denmark|Viborg|Food & Beverage|390|82|trucks
Bergslagen Åkeri|Sweden|Örebro|Transportation|350|149|trucks
Norrköping Fastighetsservice|Sweden|Norrköping|Consulting|480|93|vans
Västkust El|Sweden|Göteborg|Energy|610|184|vans
Skåne Livs|Sweden|Lund|Retail|560|71|trucks
Dalarnas Skog|Sweden|Falun|Agriculture|220|64|machines
Fjordfrakt|Norway|Ålesund|Transportation|270|113|trucks
Oslo Byggservice|Norway|Oslo|Construction|380|124|vans
Nordkraft Nett|Norway|Tromsø|Utilities|740|136|vehicles
Havsalmon|Norway|Bodø|Food & Beverage|310|39|trucks
Suomen Kotihoiva|Finland|Tampere|Healthcare|990|168|cars
Järvi Kuljetus|Finland|Lahti|Transportation|240|101|trucks
Transport Kowalczyk|Poland|Poznań|Transportation|660|287|trucks
Budowa Zieliński|Poland|Kraków|Construction|510|139|machines
Mleczarnia Wisła|Poland|Toruń|Food & Beverage|470|95|trucks
Serwis Wind Pomorze|Poland|Gdańsk|Machinery|190|63|vans
Piekarnie Jabłoński|Poland|Łódź|Food & Beverage|620|86|vans
Sprzątanie Centrum|Poland|Warszawa|Consulting|1080|119|vans
Doprava Novotný|Czechia|Brno|Transportation|310|134|trucks
Stavby Horák|Czechia|Plzeň|Construction|280|87|machines
Kovács Szállítás|Hungary|Győr|Transportation|340|151|trucks
Trasporti Ferrante|Italy|Verona|Transportation|420|183|trucks
Caseificio Bonomi|Italy|Bergamo|Food & Beverage|290|54|trucks
Assistenza Domiciliare Lago|Italy|Como|Healthcare|560|97|cars
Transportes Ibarra|Spain|Bilbao|Transportation|380|164|trucks
Mantenimientos Duero|Spain|Valladolid|Consulting|710|131|vans
Frutas Llobera|Spain|Lleida|Agriculture|330|78|trucks
`;

export interface Company {
  name: string;
  country: string;
  city: string;
  industry: string;
  employees: number;
  fleet: number;
  /** What the customer calls what it runs: vans, trucks, machines. */
  unit: string;
}

/** All companies, in the order of the table. */
export const companies: readonly Company[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [name = '', country = '', city = '', industry = '', employees, fleet, unit = ''] = line.split('|');
    return { name, country, city, industry, employees: Number(employees), fleet: Number(fleet), unit };
  });
