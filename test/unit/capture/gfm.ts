/** GFM's extensions in Markdown, one example a rule of its spec (tables, task lists, strikethrough, autolinks) and where they meet. */
export const gfm: readonly string[] = [
  // Tables: https://github.github.com/gfm/#tables-extension-
  '| one | two |\n| --- | --- |\n| a | b |',
  '| left | middle | right |\n| :-- | :-: | --: |\n| 1 | 2 | 3 |',
  'a | b\n--|--\n1 | 2',
  '| code |\n| ---- |\n| b `\\|` az |\n| b **\\|** im |',
  '| a | b |\n| - | - |\n| 1 | 2 |\n> quoted',
  '| a | b |\n| - | - |\n| 1 | 2 |\nrow\n\nafter',
  '| a | b |\n| - |\n| no table |',
  '| a | b |\n| - | - |\n| short |\n| x | y | long |',
  '| head | only |\n| ---- | ---- |',
  '| a | |\n|---|---|\n| | *b* |',
  '- item\n\n  | a | b |\n  | - | - |\n  | `c` | ~~d~~ |',
  '| link | image |\n| :-: | - |\n| [x](/y "z") | ![i](/j.png) |',
  // Task lists
  '- [ ] open\n- [x] done',
  '- [x] one\n  - [ ] two\n  - [x] three\n- [ ] four',
  '1. [ ] first\n2. [x] second',
  '- [ ] loose\n\n- [x] too',
  '* [x] **bold** and `code`\n* plain',
  // Strikethrough
  '~~Gone~~ here',
  'This ~~has a\n\nnew paragraph~~.',
  'Not ~~~struck~~~ at all.',
  '~~*both* and `code`~~ and **~~deep~~**',
  'a~~b~~c',
  // Autolinks
  'www.example.org',
  'See www.example.org/help for more.',
  'At www.example.org. And www.example.org/a.b.',
  'www.example.org/find?q=Mark+down(now)\n\n(www.example.org/find?q=(now))',
  'www.example.org/find?q=now&lang=en\n\nwww.example.org/find?q=now&copy;',
  'http://example.org\n\n(https://example.org/a?b=c(d)&e=f)',
  'write.me@example.org',
  'from a.b-c_d@a.b and a.b-c_d@a.b.',
  'https://example.org/a_b_c and <https://example.org/*x*>',
  '**https://example.org** and *write@example.org*',
  // Where they meet
  '> - [ ] a ~~b~~\n>\n> | t |\n> | - |\n> | www.example.org |',
  '1. a\n\n   ```js\n   let a = 1;\n   ```\n\n2. b\n   - c\n     1. d',
  '## ~~Head~~ with `code` and www.example.org',
  'A line  \nbroken, \\\nand again.\n\n---\n\n***all*** of __it__',
];
