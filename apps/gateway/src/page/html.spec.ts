import { html } from './html';

describe('A template', () => {
  const hostile = `<script>alert('1')</script>" onload="x" &amp; \``;
  const harmless = '&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot; onload=&quot;x&quot; &amp;amp; &#96;';

  it('escapes every value, in content and in attributes', () => {
    expect(html`<p title="${hostile}">${hostile}</p>`.text).toBe(`<p title="${harmless}">${harmless}</p>`);
  });
  it('escapes the entries of a list, and of lists in it', () => {
    expect(html`${[hostile, [hostile]]}`.text).toBe(harmless + harmless);
  });
  it('takes another template as it is, so that nothing is escaped twice', () => {
    expect(html`${['a&b', 'c'].map((each) => html`<li>${each}</li>`)}`.text).toBe('<li>a&amp;b</li><li>c</li>');
  });
  it('shows the number 0, and nothing for what is absent', () => {
    expect(html`${0}|${undefined}|${null}|${false}|${''}`.text).toBe('0||||');
  });
  it('does not take an object that looks like a template for one', () => {
    const forged = { text: '<b>', toString: () => '<b>' } as unknown as string;
    expect(html`${forged}`.text).toBe('&lt;b&gt;');
  });
});
