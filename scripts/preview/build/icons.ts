import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sources } from './locate.ts';

const iconName = /\b(utility|standard|action|custom|doctype):([a-z0-9_]+)\b/g;
const library = /^lightning\/iconSvgTemplates(Utility|Standard|Action|Custom|Doctype)(Rtl)?$/;

/** Names such as `utility:close`, found in every source that can name an icon. */
export function findIconNames(sources: Sources): ReadonlySet<string> {
  const folders = [
    join(sources.root, 'force-app/main'),
    sources.browser,
    join(sources.baseComponents, 'src/lightning'),
  ];
  const texts = folders.flatMap((folder) =>
    globSync('**/*.{ts,js,html,xml}', {
      cwd: folder,
      exclude: (path) => path.startsWith('iconSvgTemplates'),
    }).map((path) => readFileSync(join(folder, path), 'utf8')),
  );
  return new Set(texts.flatMap((text) => text.match(iconName) ?? []));
}

/**
 * Source of one of the base components' icon libraries holding only the icons in use: each library has up to a
 * thousand templates, and base components show nothing for an icon that is missing.
 */
export function iconLibrary(
  specifier: string,
  names: ReadonlySet<string>,
  sources: Sources,
): string | undefined {
  const [, category = '', direction = ''] = library.exec(specifier) ?? [];
  if (category === '') return undefined;
  const folder = join(
    sources.baseComponents,
    `src/lightning/iconSvgTemplates${category}${direction}/buildTemplates/${category.toLowerCase()}`,
  );
  const used = [...names]
    .filter((name) => name.startsWith(`${category.toLowerCase()}:`))
    .map((name) => ({ key: name.replace(':', '_'), file: join(folder, `${name.split(':')[1] ?? ''}.html`) }))
    .filter(({ file }) => existsSync(file));
  return [
    ...used.map(({ key, file }) => `import ${key} from ${JSON.stringify(file)};`),
    `export default { ${used.map(({ key }) => key).join(', ')} };`,
  ].join('\n');
}
