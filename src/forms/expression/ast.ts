/** What an expression is once parsed. `at`, where a message may point at it, is the place of its first character in the author's text. */

export type Expr =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string; readonly at: number }
  /** `${name}`: the answer to a question, found from where the expression stands. */
  | { readonly kind: 'reference'; readonly name: string }
  /** `/data/x`, `../x`, `.`, `x`, `instance('l')/root/item[...]`, `${r}[2]/x`: steps from the root, from here, or from what `from` gives. */
  | { readonly kind: 'path'; readonly from: Expr | 'root' | 'here'; readonly steps: readonly PathStep[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expr[]; readonly at: number }
  | { readonly kind: 'binary'; readonly op: BinaryOp; readonly left: Expr; readonly right: Expr }
  | { readonly kind: 'negate'; readonly of: Expr }
  | { readonly kind: 'union'; readonly left: Expr; readonly right: Expr };

export type BinaryOp = 'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | 'div' | 'mod';

export interface PathStep {
  readonly axis:
    | 'child'
    | 'parent'
    | 'self'
    | 'descendant-or-self'
    | 'ancestor'
    | 'ancestor-or-self'
    | 'following-sibling'
    | 'preceding-sibling'
    | 'attribute';
  /** A name, or `*`, or `node()`. */
  readonly name: string;
  readonly predicates: readonly Expr[];
}
