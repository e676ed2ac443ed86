<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Budget</name>
    <message>
        <source>It costs at least %1; the limit of a run is %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It costs at least %1; %2 of %3 are spent today.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseSwitcher</name>
    <message>
        <source>Previous Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case that is compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat that is compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No variables: one case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Catalog</name>
    <message>
        <source>%1 is a reasoning model and does not take %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not take %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenAI&apos;s API has no %1, and nothing says that this server takes more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API of %1 has no %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your own machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Echo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Echo answers with the prompt; nothing is generated.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CellText</name>
    <message>
        <source>%1 → %2 tokens</source>
        <comment>input → output</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first token %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut at the token limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tries: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the model, %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will try again (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>could not be checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not evaluated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 checks passed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CellsTableModel</name>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>this version does not know the check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this version cannot carry out its &quot;transform&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>templates cannot be rendered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the schema is wrong at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the schema cannot be used: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the schema&apos;s patterns take too long</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChecksModel</name>
    <message>
        <source>This version does not know “%1”: it is kept in the file and shown as not evaluated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the default case: every case has this check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change a check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove checks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChecksPage</name>
    <message>
        <source>Type of a new check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a check of this type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the selected checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no case yet: add one under Variables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the answers to “%1” must fulfil</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>must be a number from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a number from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a whole number from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write JSON to standard output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the results to a file: .json .jsonl .csv .html .md .xml (JUnit); again for more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the ending says how it is written; known are %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tempera, a workbench for prompts. Without a command it opens its window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the version and exit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this help and exit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run an experiment and show its variants side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment, YAML or JSON in promptfoo&apos;s schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells under way at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeats of every cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again for answers that are in the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not spend more than this many US dollars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the cases whose description or variables match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer one prompt, streamed as it comes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>local:NAME, local:FILE.gguf, openai:chat:NAME, …; default local:tempera-mini</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 takes the most probable token always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the K best; 0 = all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the best up to this probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep what has this share of the best&apos;s probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divide the odds of recent tokens; 1 = off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal seeds give equal text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop after so many tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop before this text; again for more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on writing the text itself, without a chat template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt; - or nothing reads standard input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count the tokens of a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>o200k_base (default), cl100k_base, or a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the ids, one line, instead of the count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text; - or nothing reads standard input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What requests to models would cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model; again for more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What goes in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text whose tokens are counted; - reads standard input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input tokens of one request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output tokens of one request; without them only the input is counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of requests; default 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The models there are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local models, and hosted ones with limits and prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs in the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most so many; default 20</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its id or the beginning of it; the newest without</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: there is no such command; there are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No provider answers to this id. Use local:NAME, local:FILE.gguf, openai:chat:NAME, openrouter:NAME, ollama:NAME or llama:NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… %1 more lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not evaluated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 not evaluated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>$/M in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>$/M out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the input is counted; --output-tokens adds the answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: its price is not in the catalog, so its cost is unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Trying again in %2 s (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loading %1 … %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no runs yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ledger has no such run; `tempera history list` shows them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than one run begins like this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>local model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hosted model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any other model of an endpoint can be used too; its price is then unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (warning)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cells/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tokenizer of this model is not published, so there are no ids.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--ids works with o200k_base, cl100k_base and the models that use them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens by %1, exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an estimate by %1; the tokenizer of %2 is not published</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message>
        <source>There is no variant yet. Add one: a model with its settings becomes a column here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ways to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll Together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare Words with the Selected Variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The others are compared with this answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % as in the baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename a variant</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CostEstimate</name>
    <message>
        <source>%1 or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown prices: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CostPage</name>
    <message>
        <source>Cost by variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The estimate goes from the input alone to answers at their limit. What a price or a limit is missing for is said, never counted as free.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Experiments (*.yaml *.yml *.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment has changes that are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models (*.gguf);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Tempera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A workbench for prompts: write, turn, run side by side, compare, count.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <source>Case %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address and whether the server runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer came in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again, or allow more time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a little, or run fewer cells at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quota is used up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add credit with the provider; trying again does not help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is missing or was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the key in the environment or in the keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The endpoint refused the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model does not take a parameter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unset it for this variant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt does not fit the model&apos;s context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten the prompt, or ask for fewer tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`tempera models list` shows the models there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model file cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch the file again, or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a smaller model or a shorter context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The endpoint failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer could not be understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the address is that of an API of this kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer broke off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text so far is kept; run the cell again for the whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The endpoint withheld the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This would go over the budget.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the limit or run fewer cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ledger could not be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text does not follow its format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template could not be rendered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The script failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not how it is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tempera made a mistake.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please report it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExperimentFile</name>
    <message>
        <source>A quote is opened here and never closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is larger than %1 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not text in UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has too many values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; stands twice in one map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An alias stands inside its own anchor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key must be a plain text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The merge key &lt;&lt; takes a map or a list of maps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps and lists are nested too deeply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an experiment: it has no prompts, providers or tests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is kept but not carried out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;providers&quot; and &quot;targets&quot; are two words for the same; use one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;evaluateOptions&quot; must be a map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A test is a map with &quot;vars&quot; and &quot;assert&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; of a test is kept but not carried out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;vars&quot; must be a map of names and values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more than %L1 cases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A check is a map with a &quot;type&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check &quot;%1&quot; is not known; it will be shown as not evaluated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; of a check is kept but not carried out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;assert&quot; must be a list of checks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tests from %1 cannot be read by this version; CSV, JSON, JSONL and YAML can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A prompt needs &quot;raw&quot; (its text) or &quot;id&quot; (its file).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patterns for prompt files (%1) are kept but not carried out; name the files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts made by a program (%1) are kept but not carried out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The variable&apos;s file %1 cannot be read by this version; the name itself is the value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A provider is its id, or a map with an id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A provider needs an &quot;id&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider %1 cannot be run by this version; its cells will fail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; of a provider is kept but not carried out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;config&quot; must be a map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;promptForm&quot; is &quot;chat&quot; or &quot;continuation&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;apiBaseUrl&quot; must be a complete address such as https://host/v1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;apiBaseUrl&quot; must not hold a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key stands in the file. It is not used and will not be written again: put it into an environment variable or the keychain, and make it invalid if others have seen the file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileController</name>
    <message>
        <source>… and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>It is not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its folder is not there and cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a database of another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was written by a newer Tempera (version %1 of the ledger; this program knows %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stored token trace is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A token trace was stored by a newer Tempera.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs in the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double-click a run to see its answers again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No runs yet. Press Ctrl+Return: every finished answer is kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context: %1 tokens, answers up to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of a million tokens: %1 in, %2 out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not take: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveEstimate</name>
    <message>
        <source>Nothing to run yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≤ %1 out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LocalModels</name>
    <message>
        <source>No model is named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was looked for in %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeat ×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often each cell is run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the repeats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>V&amp;ariant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next Pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous Pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find Action…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Tempera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tempera</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageEditor</name>
    <message>
        <source>Write here. {{ name }} puts in the value of a variable of the case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens of this message&apos;s text as it is written, before variables are put in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move this message up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move this message down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role of message %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of message %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move message %1 up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move message %1 down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove message %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessagesPage</name>
    <message>
        <source>Messages of the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change a role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParameterControl</name>
    <message>
        <source>Send %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, slider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>separated by commas; \n is a line end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frequency penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presence penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop strings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 always takes the most likely token; higher values flatten the distribution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps only the k most likely tokens. 0 keeps all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the most likely tokens that together have this probability. 1 keeps all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drops tokens less likely than this share of the best one. 0 drops none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes tokens that were just used less likely. 1 changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowers a token by how often it was used. 0 changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowers a token that was used at all. 0 changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed and settings give the same text on a local model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is cut after this many tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer ends before any of these.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>prompt %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment has no prompt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment has no variant (no provider).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter is not a regular expression: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are more than %L1 cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case is left to run.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromptPanel</name>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which prompt is edited and compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a prompt: a copy of this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (copy)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a prompt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadContext</name>
    <message>
        <source>&quot;%1&quot; must be a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be at least %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be between %2 and %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not evaluated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not evaluated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens in → out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token, ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultsTable</name>
    <message>
        <source>All cells of the run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunController</name>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run every variant on every case (Ctrl+Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop what is running; finished answers stay (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop the running experiment first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsModel</name>
    <message>
        <source>%1
%2 of %3 cells · checks passed %4, failed %5 · errors %6 · %7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>Reviews and capitals</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SamplingPanel</name>
    <message>
        <source>Variant whose settings are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the prompt reaches a local model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As text to continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A chat goes through the model&apos;s own chat template; a text is continued as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a variant to turn its settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change how the prompt is given</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Script</name>
    <message>
        <source>It was stopped after %1 ms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs more than %1 MiB of memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It waits for something that never comes: there are no timers and no input here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>No local model can be found here: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider &quot;%1&quot; cannot be run by this version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is under way; stop it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run reached its limit of %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusPanel</name>
    <message>
        <source>%1 cells/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cells/min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>errors: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 costs unknown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tempera::Contains</name>
    <message>
        <source>the text %1 was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text %1 was not found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tempera::ContainsJson</name>
    <message>
        <source>its value is not a JSON schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output holds JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output holds JSON that follows the schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output holds no JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the JSON in the output does not follow the schema at %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tempera::ContainsList</name>
    <message>
        <source>it needs a list of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all expected texts were found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of the expected texts was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none of the expected texts was found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tempera::Cost</name>
    <message>
        <source>it needs a threshold in US dollars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the cost is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer cost %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tempera::EndsWith</name>
    <message>
        <source>the output ends with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output does not end with %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tempera::Equals</name>
    <message>
        <source>it needs a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output is the expected text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output is not %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output is not JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output is the expected JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output is another JSON</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tempera::FinishReasonIs</name>
    <message>
        <source>it needs a reason such as &quot;stop&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it ended with &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tempera::ForbiddenWords</name>
    <message>
        <source>it needs a list of words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no forbidden word was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forbidden: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tempera::IsJson</name>
    <message>
        <source>its value is not a JSON schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output is not JSON: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output is JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output follows the schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output does not follow the schema at %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tempera::Latency</name>
    <message>
        <source>it needs a threshold in milliseconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the time is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer took %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tempera::Levenshtein</name>
    <message>
        <source>it needs a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the texts are too long to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output is more than %1 edits away from the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output is %1 edits away from the text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tempera::MinLength</name>
    <message>
        <source>it needs a number of characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>the output has %Ln character(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tempera::Regex</name>
    <message>
        <source>it needs a pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scripts cannot be run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pattern could not be tried: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output matches %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output does not match %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tempera::SearchCheck</name>
    <message>
        <source>it needs a text that is not empty</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tempera::StartsWith</name>
    <message>
        <source>the output begins with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output does not begin with %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tempera::WordCount</name>
    <message numerus="yes">
        <source>the output has %Ln word(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>it needs a number, or &quot;min&quot; and &quot;max&quot;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Template</name>
    <message>
        <source>The variable &quot;%1&quot; has no value.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VariablesPage</name>
    <message>
        <source>Cases and their variables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type to change a value. Paste rows from a spreadsheet or CSV with Ctrl+V.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the selected cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste rows from the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of a new variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the current column&apos;s variable</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VariablesTableModel</name>
    <message>
        <source>From the default case; type to give this case a value of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate a case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste cases</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VariantActions</name>
    <message>
        <source>&amp;Add Variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Duplicate Variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove Variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;name Variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move Variant &amp;Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move Variant &amp;Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate a variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model &amp;File (GGUF)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hosted Model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a Hosted Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider and model, for example “openai:chat:gpt-4o-mini”, “openrouter:…” or “ollama:chat:…”:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move a variant</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VariantColumn</name>
    <message>
        <source>New name of the variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions for this variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Ctrl+Return to run: the answer of this variant appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model&apos;s own settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed since this answer was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VariantsModel</name>
    <message>
        <source>Variant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename a variant</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerdictsModel</name>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerdictsPage</name>
    <message>
        <source>Verdicts of the selected answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the experiment to see which checks its answers pass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This answer has no checks. Add some under Prompt, Checks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is checked as soon as it is complete.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>std</name>
    <message>
        <source>&quot;seed&quot; must be a whole number from 0.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
