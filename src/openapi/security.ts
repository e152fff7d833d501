import { isObject, itemsOf, membersOf, textOf } from './json.ts';
import type { Json, JsonObject } from './json.ts';
import type { OperationReader } from './operation-reader.ts';
import type { Place } from './references.ts';

/** A way to authenticate, whatever version describes it. */
export type SecurityScheme =
  | {
      readonly type: 'apiKey';
      readonly name: string;
      readonly in: 'header' | 'query' | 'cookie';
    }
  /** `scheme` is in lower case: `basic`, `bearer`. */
  | { readonly type: 'http'; readonly scheme: string }
  | {
      readonly type: 'oauth2';
      readonly clientCredentials?: ClientCredentialsFlow;
      /** The names of all flows, as 3.x has them. */
      readonly flows: readonly string[];
    }
  /** `openIdConnect`, `mutualTLS` and whatever else. */
  | { readonly type: 'other'; readonly name: string };

/** The OAuth2 flow that needs no person. */
export interface ClientCredentialsFlow {
  readonly tokenUrl: string;
  readonly scopes: readonly string[];
}

/** One scheme of an alternative. */
export interface SecurityRequirement {
  readonly name: string;
  readonly scopes: readonly string[];
  /** Absent when the description does not define it. */
  readonly scheme?: SecurityScheme;
}

/** Schemes that must all be used; an empty one means that nothing is needed. */
export type SecurityAlternative = readonly SecurityRequirement[];

/** The alternatives for an operation, its own or those of the whole description. */
export function readSecurity(
  operation: Place,
  schemes: Readonly<Record<string, SecurityScheme>>,
): { readonly security?: readonly SecurityAlternative[] } {
  const own = isObject(operation.value) ? operation.value['security'] : undefined;
  const { root } = operation.file;
  const list = own ?? (isObject(root) ? root['security'] : undefined);
  if (!Array.isArray(list)) return {};
  return {
    security: list.map((alternative: Json) => readAlternative(alternative, schemes)),
  };
}

function readAlternative(
  alternative: Json,
  schemes: Readonly<Record<string, SecurityScheme>>,
): SecurityAlternative {
  return membersOf(alternative).map(([name, scopes]) => {
    const scheme = Object.hasOwn(schemes, name) ? schemes[name] : undefined;
    return {
      name,
      scopes: itemsOf(scopes).filter((item): item is string => typeof item === 'string'),
      ...(scheme === undefined ? {} : { scheme }),
    };
  });
}

/** All security schemes of a description, by name. */
export function readSecuritySchemes(
  { references, version }: OperationReader,
  root: Place,
): Readonly<Record<string, SecurityScheme>> {
  const place =
    version === '2.0'
      ? references.child(root, 'securityDefinitions')
      : references.child(root, 'components', 'securitySchemes');
  return Object.fromEntries(
    membersOf(place.value).flatMap(([name]) => {
      const { value } = references.child(place, name);
      return isObject(value) ? [[name, readScheme(value)]] : [];
    }),
  );
}

function readScheme(value: JsonObject): SecurityScheme {
  const type = textOf(value['type']) ?? '';
  switch (type) {
    case 'apiKey':
      return readApiKey(value);
    case 'basic':
      return { type: 'http', scheme: 'basic' };
    case 'http':
      return { type: 'http', scheme: (textOf(value['scheme']) ?? '').toLowerCase() };
    case 'oauth2':
      return readOAuth2(value);
    default:
      return { type: 'other', name: type };
  }
}

function readApiKey(value: JsonObject): SecurityScheme {
  const place = textOf(value['in']);
  return {
    type: 'apiKey',
    name: textOf(value['name']) ?? '',
    in: place === 'query' || place === 'cookie' ? place : 'header',
  };
}

function readOAuth2(value: JsonObject): SecurityScheme {
  const flows = isObject(value['flows']) ? value['flows'] : swaggerFlows(value);
  const flow = flows['clientCredentials'];
  const clientCredentials = isObject(flow) ? readFlow(flow) : undefined;
  return {
    type: 'oauth2',
    flows: Object.keys(flows),
    ...(clientCredentials === undefined ? {} : { clientCredentials }),
  };
}

/** 2.0 has one flow, under another name. */
function swaggerFlows(value: JsonObject): JsonObject {
  const flow = textOf(value['flow']);
  if (flow === undefined) return {};
  const names: Readonly<Record<string, string>> = {
    application: 'clientCredentials',
    accessCode: 'authorizationCode',
  };
  return { [names[flow] ?? flow]: value };
}

function readFlow(flow: JsonObject): ClientCredentialsFlow | undefined {
  const tokenUrl = textOf(flow['tokenUrl']);
  if (tokenUrl === undefined) return undefined;
  const scopes: Json | undefined = flow['scopes'];
  return { tokenUrl, scopes: membersOf(scopes).map(([name]) => name) };
}
