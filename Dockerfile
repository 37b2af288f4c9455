# One machine in a container: docker build -t dateline . && docker run -p 127.0.0.1:8787:8787 -v dateline:/data dateline
FROM node:24.9-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24.9-slim
ENV NODE_ENV=production DATELINE_DATA=/data DATELINE_HOST=0.0.0.0 DATELINE_PORT=8787
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json tsconfig.json ./
COPY bin bin
COPY cli cli
COPY lambda lambda
COPY local local
COPY samples samples
COPY web web
# The user `node` of the base image, by number: orchestrators check that it is not root.
RUN mkdir /data && chown 1000:1000 /data
USER 1000:1000
VOLUME /data
EXPOSE 8787
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.DATELINE_PORT}/sign-in`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "bin/dateline.js", "serve"]
