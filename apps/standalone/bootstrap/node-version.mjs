const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`需要 Node.js 20.19 或更高版本，当前为 ${process.versions.node}。请从 https://nodejs.org 安装。`);
  console.error(`Node.js 20.19 or later is needed; this is ${process.versions.node}. Get it from https://nodejs.org.`);
  process.exit(1);
}
