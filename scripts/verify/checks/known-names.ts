import { buildCatalogue } from '../../local-org/schema/build.ts';
import { type Catalogue, fieldOf } from '../../local-org/schema/catalogue.ts';
import { readMetadata } from '../../local-org/schema/metadata/source.ts';
import { apexSources } from './apex-source.ts';
import { childrenNamed, documentsOf, nameOf, sourceFiles, textOf } from './metadata-files.ts';

/** Every name that something in the package may refer to. */
export interface KnownNames {
  catalogue: Catalogue;
  labels: ReadonlySet<string>;
  classes: ReadonlySet<string>;
  /** `InspireGateway.read` */
  reachableMethods: ReadonlySet<string>;
  components: ReadonlySet<string>;
  customPermissions: ReadonlySet<string>;
  applications: ReadonlySet<string>;
  pages: ReadonlySet<string>;
  tabs: ReadonlySet<string>;
  externalCredentials: ReadonlySet<string>;
  /** `Inspire_Service-Organization` */
  principals: ReadonlySet<string>;
}

const namesOf = (root: string, kind: string): ReadonlySet<string> =>
  new Set(sourceFiles(root, `**/*.${kind}-meta.xml`).map(nameOf));

const labelsOf = (root: string): ReadonlySet<string> =>
  new Set(
    documentsOf(root, 'labels').flatMap((document) =>
      childrenNamed(document.root, 'labels').map((label) => textOf(label, 'fullName')),
    ),
  );

const principalsOf = (root: string): ReadonlySet<string> =>
  new Set(
    documentsOf(root, 'externalCredential').flatMap((document) =>
      childrenNamed(document.root, 'externalCredentialParameters')
        .filter((parameter) => /Principal$/.test(textOf(parameter, 'parameterType')))
        .map((parameter) => `${nameOf(document.path)}-${textOf(parameter, 'parameterName')}`),
    ),
  );

export function readKnownNames(root: string): KnownNames {
  const sources = apexSources(root);
  const reachable = sources
    .flatMap((source) => source.methods)
    .filter((method) => method.annotations.some((each) => /^@AuraEnabled/i.test(each)))
    .map((method) => `${method.className}.${method.name}`);
  return {
    catalogue: buildCatalogue(readMetadata(root)),
    labels: labelsOf(root),
    classes: new Set(sources.map((source) => source.className)),
    reachableMethods: new Set(reachable),
    components: namesOf(root, 'js'),
    customPermissions: namesOf(root, 'customPermission'),
    applications: namesOf(root, 'app'),
    pages: namesOf(root, 'flexipage'),
    tabs: namesOf(root, 'tab'),
    externalCredentials: namesOf(root, 'externalCredential'),
    principals: principalsOf(root),
  };
}

/** Does `Opportunity.Amount` exist? */
export function isField({ catalogue }: KnownNames, name: string): boolean {
  const [sobject = '', field = ''] = name.split('.');
  const object = catalogue.object(sobject);
  return object !== undefined && fieldOf(object, field) !== undefined;
}
