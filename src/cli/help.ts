/** The commands there are. */
export type CommandName = 'check' | 'run' | 'paths' | 'test' | 'simulate' | 'export';

/** What `arazzo-xstate --help` prints. */
export const generalHelp = `arazzo-xstate: Arazzo workflows as XState machines

Usage: arazzo-xstate <command> [options]

  check <file>               say what is wrong with a document
  run <file> [workflowId]    run a workflow; Amazon HealthLake is the embedded
                             simulator unless told otherwise
  paths <file> [workflowId]  list everything that can happen in a workflow
  test <file> [workflowId]   run every path of a workflow, without any API
  export <file> [workflowId] write a workflow's machine as JSON or for Stately
  simulate                   serve a local Amazon HealthLake

  <file> is a path or an https URL.

  <command> --help           options of a command
  --version                  version of arazzo-xstate

Exit codes: 0 all is well; 1 the workflow failed, or a tested path failed or a
threshold was missed; 2 the call or the document was unusable and nothing was
sent.
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

const allowErrorsHelp = `  --allow-errors           also workflows that have errors, as far as they could
                           be understood
`;

const machineHelp = `The machine
  --poll-interval, --timeout, --max-steps, --unmatched-poll
                           see "arazzo-xstate run --help"

`;

const checkHelp = `Usage: arazzo-xstate check <file> [options]

Says everything that is wrong or doubtful about a document, with its place and a
remedy, and finds the holes of its workflows. Nothing is called. Ends with 2
when there are errors; warnings alone are no failure.

  --json                   print one object:
                           { diagnostics: [{ code, severity, message, file,
                             line, column, path, hint? }], suppressed?: [...] }
  --sarif                  print a SARIF 2.1.0 log, for code scanning
  --severity CODE=level    error, warning, info or off; repeatable. Errors stay
                           errors

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

const pathsHelp = `Usage: arazzo-xstate paths <file> [workflowId] [options]

Lists what can happen in a workflow: a small set of paths that goes through all
of it. Nothing is called. Without a workflowId: all workflows without errors.

Which paths
  --select covering        a small set that takes every transition (default);
                           shortest: the shortest to every state; simple: all
                           that come to no state twice
  --max-paths 500          no more than so many; what was left out is said
  --sub-workflows in-place the paths of called workflows are parts of the paths
                           (default); one-case: each way in which one can end
                           is one answer
  --cases file.yaml        answers and inputs of your own

What it prints
  --json                   one object:
                           { workflows: [{ workflowId, paths: [{ name, inputs,
                             events, end }], coverage, uncovered }] }
  --verbose                all lines of long trees and lists

${machineHelp}${sourcesHelp}${allowErrorsHelp}`;

const testHelp = `Usage: arazzo-xstate test <file> [workflowId] [options]

Runs every path of a workflow on its real machine, without any API: on a clock
that jumps, with made-up answers. Says which path is not as it should be, and
what the paths cover. Without a workflowId: all workflows without errors. Ends
with 1 when a path fails or a threshold is missed.

Which paths
  --select, --max-paths, --sub-workflows, --cases
                           see "arazzo-xstate paths --help"

How they are run
  --against scripted       a script is in the place of the APIs (default)
  --against http           the script answers over HTTP: the requests are real,
                           and msw keeps them from the network
                           (npm install --save-dev msw)
  --against simulator      the HealthLake simulator, driven into each path; one
                           that it cannot be driven into is skipped

Expectations
  --record                 write down what each path sends and gives, in
                           <file>.expected.json; --record=other.json
  --expect file.json       compare with this file (default: <file>.expected.json
                           where there is one)
  --threshold 90           fail when less than so many percent of states,
                           transitions, criteria or actions is covered; or
                           --threshold transitions=100,states=90

What it prints
  --json                   one object:
                           { workflows: [{ workflowId, paths: [{ name, inputs,
                             events, end, result, problems, requests, outputs,
                             durationMs }], coverage, uncovered }] }
  --junit file.xml         write JUnit XML
  --html file.html         write a page with every path and what happens on it
  --verbose                all lines of long trees and lists

${machineHelp}${sourcesHelp}${allowErrorsHelp}`;

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
  paths: pathsHelp,
  test: testHelp,
  export: exportHelp,
  simulate: simulateHelp,
};
