/* A list's own is its rows'. */
type Row<Value> = Value extends readonly (infer Each)[] ? Each : Value;

/**
 * Every field of a shape by its name, and those of its rows and parts: what is told. A field that is new
 * in the shape does not compile until somebody lists it, and is not told until then.
 */
export type ToldFields<Shape> = {
  readonly [Field in keyof Shape]-?: NonNullable<Row<Shape[Field]>> extends object
    ? ToldFields<NonNullable<Row<Shape[Field]>>>
    : true;
};

/** What of a value is listed; the rest is left out, however deep it lies. */
export function toldOf<Shape>(value: Shape, fields: ToldFields<Shape>): Shape {
  return listed(value, fields) as Shape;
}

function listed(value: unknown, fields: object): unknown {
  if (Array.isArray(value)) return value.map((each) => listed(each, fields));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) => {
      const told = (fields as Record<string, true | object | undefined>)[name];
      if (told === undefined) return [];
      return [[name, told === true ? part : listed(part, told)]];
    }),
  );
}
