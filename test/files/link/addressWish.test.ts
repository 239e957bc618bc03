import { describe, expect, it } from 'vitest';
import { addressWish } from '#files';

const app = 'https://school.example/play/';
const opens = (query: string) => addressWish(`${app}${query}`).open;

describe('an address', () => {
  it('asks for nothing by itself, nor by what is not known', () => {
    for (const address of [app, `${app}?`, `${app}?utm_source=mail&lesson=`, `${app}#top`, `${app}?open=`]) {
      const { open, at, autoplay } = addressWish(address);
      expect({ open, at, autoplay }).toEqual({ open: { kind: 'nothing' }, at: null, autoplay: false });
    }
  });

  it('asks for a lesson by its name', () => {
    const { open, rest } = addressWish(`${app}?lesson=first-steps`);
    expect([open, rest]).toEqual([{ kind: 'lesson', lesson: 'first-steps' }, app]);
  });

  it('asks for a file of its own server, however it is written', () => {
    const url = 'https://school.example/play/models/loans.json';
    const kinds = ['models/loans.json', './models/loans.json', '/play/models/loans.json', url];

    for (const written of kinds) expect(opens(`?open=${encodeURIComponent(written)}`)).toEqual({ kind: 'file', url });
  });

  it('does not mistake another server for its own', () => {
    const elsewhere: [open: string, url: string, where: string][] = [
      ['https://other.example/loans.json', 'https://other.example/loans.json', 'other.example'],
      ['//other.example/loans.json', 'https://other.example/loans.json', 'other.example'],
      ['\\\\other.example\\loans.json', 'https://other.example/loans.json', 'other.example'],
      ['http://school.example/loans.json', 'http://school.example/loans.json', 'school.example'],
      ['https://school.example@other.example/', 'https://school.example@other.example/', 'other.example'],
      ['https://school.example:8443/', 'https://school.example:8443/', 'school.example:8443'],
    ];

    for (const [open, url, where] of elsewhere)
      expect(opens(`?open=${encodeURIComponent(open)}`)).toEqual({ kind: 'elsewhere', url, where });
  });

  it('follows nothing that is no address of the web', () => {
    for (const address of [
      'javascript:alert(1)',
      'data:application/json,{}',
      'blob:https://school.example/8f0c',
      'file:///etc/passwd',
      'https://',
    ])
      expect(opens(`?open=${encodeURIComponent(address)}`)).toEqual({ kind: 'nowhere', address });
  });

  it('asks for a sample, for what was handed over, and for the model in its hash before all', () => {
    expect(opens('?open=sample:group-checkout')).toEqual({ kind: 'sample', sampleId: 'group-checkout' });
    expect(opens('?handed-over')).toEqual({ kind: 'handed-over' });
    expect(opens('?open=loans.json#model=1.3.abc.end')).toEqual({ kind: 'link', hash: '#model=1.3.abc.end' });
  });

  it('says where to look then', () => {
    const wish = (query: string) => {
      const { at, autoplay } = addressWish(`${app}${query}`);
      return { at, autoplay };
    };

    expect(wish('?at=12')).toEqual({ at: 12, autoplay: false });
    expect(wish('?autoplay&at=0')).toEqual({ at: 0, autoplay: true });
    for (const at of ['-1', '1.5', 'now', '1e3', '99999999999', ' 3', '']) expect(wish(`?at=${at}`).at).toBeNull();
  });

  it('is left without what it asked for, and with everything else', () => {
    const rest = (query: string) => addressWish(`${app}${query}`).rest;

    expect(rest('?open=a.json&theme=x&at=3&autoplay#part')).toBe(`${app}?theme=x#part`);
    expect(rest('?open=a.json#model=1.3.abc.end')).toBe(app);
    expect(rest('?utm_source=mail&plain')).toBe(`${app}?utm_source=mail&plain`);
  });
});
