/** The commands there are. */
export type CommandName = 'check' | 'run' | 'simulate' | 'export';

/** What `arazzo-xstate --help` prints. */
export const generalHelp = `arazzo-xstate: Arazzo workflows as XState machines

Usage: arazzo-xstate <command> [options]

  check <file>               say what is wrong with a document
  run <file> [workflowId]    run a workflow; Amazon HealthLake is the embedded
                             simulator unless told otherwise
  export <file> [workflowId] write a workflow's machine as JSON or for Stately
  simulate                   serve a local Amazon HealthLake

  <file> is a path or an https URL.

  <command> --help           options of a command
  --version                  version of arazzo-xstate

Exit codes: 0 all is well, 1 the workflow failed, 2 the call or the document was
unusable and nothing was sent.
`;

const sourcesHelp = `Sources
  --source name=place      where a source of the document really is: a path or a
                           URL; repeatable. A source of another document is
                           named with it: --source auth.identity=...
  --allow-remote           read sources from all hosts that the document names
  --allow-remote=host,...  only from these; repeatable
  --strict                 what is understood but not by the letter of the
                           specification is an error
`;

const checkHelp = `Usage: arazzo-xstate check <file> [options]

Says everything that is wrong or doubtful about a document, with its place and a
remedy. Nothing is called. Ends with 2 when there are errors; warnings alone are
no failure.

  --json                   print one object:
                           { diagnostics: [{ code, severity, message, file,
                             line, column, path, hint? }] }

${sourcesHelp}`;

const runHelp = `Usage: arazzo-xstate run <file> [workflowId] [options]

Runs a workflow. APIs are called over HTTP where their OpenAPI descriptions say.
Amazon HealthLake is a simulator inside this process without --region, --profile
or --endpoint: no account, no network; hours pass in seconds.

Inputs
  --input name=value       an input; repeatable. Numbers, booleans, objects and
                           arrays are read as the workflow's schema asks
  --inputs file.json       a JSON or YAML file with inputs; a single --input
                           replaces the one in the file

${sourcesHelp}  --allow-errors           run a workflow that has errors, as far as it could be
                           understood

APIs (repeatable; "name=" may be left out where the workflow calls one source)
  --server name=URL        where an API is, instead of what its description says
  --server-variable name.variable=value
                           a variable in the URL of its server
  --operation getPet="GET /pets/{petId}"
                           what an operation is, where there is no description;
                           name.getPet=... where several sources have it
  --credentials file.json  { "name": { "scheme": { "token": "..." } } }; also
                           from the environment: ARAZZO_<NAME>_TOKEN and others,
                           see docs/http.md

AWS
  --aws name=@aws-sdk/client-sqs
                           a source is called through this client, which has to
                           be installed; repeatable
  --region us-east-1       the region of Amazon HealthLake and of sources with
                           --aws
  --profile name           with this profile of the AWS configuration
  --endpoint URL           a server that speaks the protocol, for example
                           "arazzo-xstate simulate"
  --fault fault            lets something go wrong on the simulator; repeatable

How it runs
  --poll-interval 250ms    wait this long between polls, instead of as long as
                           the service recommends
  --timeout 2h             end the run as failed after this time
  --max-steps 1000         end the run as failed after this many calls
                           (default 10000)
  --unmatched-poll fail    what a poll does with a status that no action names:
                           fail, unless the service says it is still moving
                           (default), or next: go to the next step

What it prints
  --json                   one object:
                           { workflowId, runId, status, outputs, failure?,
                             steps }
  --trace file             write what happens, one JSON object in a line

Faults are written <Operation>[#<occurrence>]=<fault>.
  Requests   throttle, 500, 503, reset, lost, slow:5s, malformed, html,
             access-denied, not-found
  Outcomes   CREATE_FAILED, FAILED, COMPLETED_WITH_ERRORS, any other status in
             capitals, stuck, queued
  Examples   --fault CREATE_FAILED
             --fault DescribeFHIRDatastore#2=throttle
             --fault StartFHIRExportJob=stuck
`;

const exportHelp = `Usage: arazzo-xstate export <file> [workflowId] --to <format> [options]

Writes the machine of a workflow.

  --to json        its config: JSON and nothing else
  --to stately     a TypeScript file with a literal createMachine({…}), for
                   Stately and bare XState
  --output file    write to a file instead of the terminal
  --allow-errors   also a workflow that has errors, as far as it was understood

${sourcesHelp}`;

const simulateHelp = `Usage: arazzo-xstate simulate [options]

Serves a local Amazon HealthLake on 127.0.0.1 until it is interrupted. Its clock
runs fast, so that what takes half an hour takes seconds.

  --port 4010         the port; 0 takes a free one (default 4010)
  --speed 600         how many times faster than the clock on the wall
                      (default 600)
  --datastore id      a data store that is ACTIVE from the beginning; repeatable
  --fault fault       lets something go wrong; repeatable, see
                      "arazzo-xstate run --help"
`;

/** What `arazzo-xstate <command> --help` prints. */
export const commandHelp: Readonly<Record<CommandName, string>> = {
  check: checkHelp,
  run: runHelp,
  export: exportHelp,
  simulate: simulateHelp,
};
