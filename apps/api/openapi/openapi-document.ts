import { NestFactory } from '@nestjs/core';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { AppModule } from '../app.module';
import { FieldProblem, Problem } from '../problem/problem.dto';
import { version } from '../project-folder';

type Metadata = Parameters<typeof SwaggerModule.loadPluginMetadata>[0];

const problemResponse = {
  description: 'Why not: a stable code, and a sentence in Vietnamese and English.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/**
 * The api as an OpenAPI document, made from the controllers and the DTOs alone: in Nest's preview
 * nothing is instantiated, so no database is asked and no port is taken. `metadata` is what the
 * swagger plugin read from their types and comments; without it the schemas would be empty.
 */
export async function openapiDocument(metadata: Metadata): Promise<OpenAPIObject> {
  await SwaggerModule.loadPluginMetadata(metadata);
  const app = await NestFactory.create(AppModule, {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  app.setGlobalPrefix('api');
  const description = new DocumentBuilder()
    .setTitle('Phiên')
    .setDescription('Runs a trade fair: booths, tills, gates, one live board, reports.')
    .setVersion(version)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addCookieAuth(
      '__Host-phien',
      {
        type: 'apiKey',
        in: 'cookie',
        description:
          'Opaque session of POST /api/session. Over plain http (127.0.0.1) the cookie is named phien.',
      },
      'session',
    )
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', description: "The secret of a wall's link." },
      'wall',
    )
    .build();
  const document = SwaggerModule.createDocument(app, description, {
    extraModels: [Problem, FieldProblem],
    operationIdFactory: (controller, method) =>
      controller.replace(/Controller$/, '').replace(/^./, (letter) => letter.toLowerCase()) +
      method.replace(/^./, (letter) => letter.toUpperCase()),
  });
  answerWithProblems(document);
  refuseEmptySchemas(document);
  return document;
}

function answerWithProblems({ paths }: OpenAPIObject): void {
  for (const path of Object.values(paths)) {
    for (const verb of ['get', 'post', 'put', 'patch', 'delete'] as const) {
      const operation = path[verb];
      if (operation !== undefined) operation.responses.default = problemResponse;
    }
  }
}

function refuseEmptySchemas({ components }: OpenAPIObject): void {
  const empty = Object.entries(components?.schemas ?? {})
    .filter(([, schema]) => 'type' in schema && schema.type === 'object')
    .filter(
      ([, schema]) =>
        !('properties' in schema) || Object.keys(schema.properties ?? {}).length === 0,
    )
    .map(([name]) => name);
  if (empty.length > 0) {
    throw new Error(
      `No properties were found for ${empty.join(', ')}: is each in a *.dto.ts file?`,
    );
  }
}
