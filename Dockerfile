# The API, for docker-compose.yml.
FROM python:3.13-slim

WORKDIR /app
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY graph graph
COPY api api
COPY loaders loaders
COPY strategraph strategraph
RUN pip install --no-cache-dir --constraint constraints.txt .

# Nothing here needs to be root.
RUN useradd --create-home strategraph
USER strategraph
EXPOSE 8000
CMD ["strategraph", "serve", "--host", "0.0.0.0", "--port", "8000"]
