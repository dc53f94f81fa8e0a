import type { Random } from '../random.ts';

/** Given names and family names by language area. */
const NAMES: Readonly<Record<string, readonly [string, string]>> = {
  german: [
    'Ute Helena Jürgen Markus Birgit Stefan Anja Thomas Sabine Oliver Petra Frank Nicole Uwe Claudia Dirk Heike Matthias Silke Andreas Melanie Ralf Kerstin Bernd',
    'Brandt Weber Schuster Krüger Lorenz Engel Vogt Seidel Haas Winter Arnold Busch Kuhn Pohl Sauer Böhm Franke Albers Reuter Dietrich Ziegler Ebert Moser Thiel',
  ],
  english: [
    'Helen Graham Priya Colin Fiona Neil Aisha Martin Karen Stuart Deborah Imran Gareth Lucy Alan Grace Simon Yasmin',
    'Okafor Hughes Bennett Khan Fletcher Doherty Palmer Shah Griffiths Barker Ellis Murray Patel Sutton Walsh Marsh Kelly Dunn',
  ],
  dutch: [
    'Annemiek Joost Marieke Pieter Saskia Wouter Ellen Bram Ingrid Ruud',
    'Jansen Bakker Visser Smit Mulder Bos Peeters Claes Hermans Dekker',
  ],
  french: [
    'Sylvie Laurent Nathalie Philippe Isabelle Thierry Camille Olivier Céline Bruno',
    'Lefèvre Garnier Rousseau Chevalier Fontaine Perrin Renaud Blanchard Colin Marchal',
  ],
  nordic: [
    'Mette Anders Kirsten Henrik Annika Lars Ingrid Mikael Eeva Jukka Astrid Per',
    'Nielsen Lindqvist Hansen Bergström Johansen Virtanen Holm Sandberg Nyman Solberg Korhonen Eklund',
  ],
  polish: [
    'Agnieszka Marek Katarzyna Tomasz Joanna Paweł Jana Petr Zsófia Gábor',
    'Wójcik Mazur Krawczyk Dvořák Svoboda Nagy Szabó Lewandowska Pawlak Kaczmarek',
  ],
  southern: [
    'Giulia Marco Chiara Alessandro Carmen Javier Lucía Andrés Elena Paolo',
    'Ricci Moretti Conti Barbieri Navarro Ortega Vidal Molina Galli Serrano',
  ],
};

const AREA: Readonly<Record<string, keyof typeof NAMES>> = {
  Germany: 'german',
  Austria: 'german',
  Switzerland: 'german',
  'United Kingdom': 'english',
  Ireland: 'english',
  Netherlands: 'dutch',
  Belgium: 'dutch',
  France: 'french',
  Denmark: 'nordic',
  Sweden: 'nordic',
  Norway: 'nordic',
  Finland: 'nordic',
  Poland: 'polish',
  Czechia: 'polish',
  Hungary: 'polish',
  Italy: 'southern',
  Spain: 'southern',
};

/** What somebody does at the customer, and the part they play when a fleet is decided about. */
const POSITIONS = [
  {
    position: 'fleet',
    titles: ['Head of Fleet', 'Fleet Manager', 'Transport Manager'],
    role: 'Champion',
    weight: 24,
  },
  {
    position: 'operations',
    titles: ['Operations Manager', 'Depot Manager', 'Head Dispatcher', 'Dispatcher'],
    role: 'Business User',
    weight: 22,
  },
  {
    position: 'chief',
    titles: ['Managing Director', 'CEO', 'Owner', 'COO'],
    role: 'Executive Sponsor',
    weight: 14,
  },
  {
    position: 'finance',
    titles: ['CFO', 'Finance Director', 'Head of Finance'],
    role: 'Economic Buyer',
    weight: 11,
  },
  {
    position: 'it',
    titles: ['Head of IT', 'IT Manager', 'Data Protection Officer'],
    role: 'Technical Buyer',
    weight: 11,
  },
  {
    position: 'procurement',
    titles: ['Procurement Manager', 'Head of Purchasing', 'Category Manager'],
    role: 'Procurement',
    weight: 9,
  },
  { position: 'project', titles: ['Project Manager', 'Business Analyst'], role: 'Evaluator', weight: 5 },
  { position: 'council', titles: ['Works Council', 'External Consultant'], role: 'Influencer', weight: 4 },
] as const;

type Position = (typeof POSITIONS)[number]['position'];

export interface Person {
  first: string;
  last: string;
  title: string;
  position: Position;
  /** What `OpportunityContactRole.Role` says where somebody filled it in. */
  role: string;
}

/** `count` people of one company, each position at most twice, no two with the same name. */
export function drawPeople(random: Random, country: string, count: number): Person[] {
  const [firsts = '', lasts = ''] = NAMES[AREA[country] ?? 'english'] ?? [];
  const given = random.shuffled(firsts.split(' '));
  const family = random.shuffled(lasts.split(' '));
  const positions = random.shuffled(
    POSITIONS.flatMap((each) => Array.from({ length: Math.ceil(each.weight / 4) }, () => each)),
  );
  const chosen = positions.filter(
    (each, index) => positions.slice(0, index).filter((other) => other === each).length < 2,
  );
  return chosen.slice(0, count).map((each, index) => ({
    first: given[index] ?? 'Alex',
    last: family[index] ?? 'Meyer',
    title: random.pick(each.titles),
    position: each.position,
    role: each.role,
  }));
}

/** `ute.brandt@brunner-logistik.example` */
export function emailOf(person: { first: string; last: string }, company: string): string {
  const plain = (text: string): string =>
    text
      .replaceAll('ß', 'ss')
      .replaceAll('ł', 'l')
      .replaceAll('Ł', 'L')
      .replaceAll('ø', 'o')
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
  return `${plain(person.first)}.${plain(person.last)}@${plain(company)}.example`;
}
