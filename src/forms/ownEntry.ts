/** What a table says about a name out of a form; never what every object has, such as `constructor`. */
export const ownEntry = <Entry>(table: Readonly<Record<string, Entry>>, name: string): Entry | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
