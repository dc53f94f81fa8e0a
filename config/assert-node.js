/**
 * Loaded before anything else: Node 24 is an optional dependency of this project, and without it everything would silently
 * run on the machine's own Node.
 */
if (Number(process.versions.node.split('.')[0]) !== 24) {
  console.error(
    `Be Inspired needs Node 24, this is ${process.versions.node}. Run it through npm ("npm start", "npm test"), which uses the Node in node_modules; ` +
      'on a system other than Linux install Node 24 first.',
  );
  process.exit(1);
}
