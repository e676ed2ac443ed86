<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Advice</name>
    <message>
        <source>message %1 (%2)</source>
        <translation>Nachricht %1 (%2)</translation>
    </message>
    <message>
        <source>example %1 (“%2”)</source>
        <translation>Beispiel %1 („%2“)</translation>
    </message>
    <message>
        <source>repeated text (“%1”)</source>
        <translation>wiederholten Text („%1“)</translation>
    </message>
    <message>
        <source>%1 instead; its answers were not checked yet</source>
        <translation>stattdessen %1; seine Antworten wurden noch nicht geprüft</translation>
    </message>
    <message>
        <source>%1 instead; %2 of its answers passed their checks, %3 do now</source>
        <translation>stattdessen %1; %2 seiner Antworten bestanden ihre Prüfungen, bei jetziger Wahl %3</translation>
    </message>
    <message numerus="yes">
        <source>without %2: %1 token(s) less in each request</source>
        <translation>
            <numerusform>ohne %2: %1 Token weniger in jeder Anfrage</numerusform>
            <numerusform>ohne %2: %1 Tokens weniger in jeder Anfrage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at most %1 token(s) of output, which 95 % of the answers do not pass</source>
        <translation>
            <numerusform>höchstens %1 Token Ausgabe, was 95 % der Antworten nicht überschreiten</numerusform>
            <numerusform>höchstens %1 Tokens Ausgabe, was 95 % der Antworten nicht überschreiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the %1 token(s) that are the same in all prompts first, so that the provider&apos;s cache has them</source>
        <translation>
            <numerusform>zuerst das %1 Token, das in allen Prompts gleich ist, damit der Cache des Anbieters es hat</numerusform>
            <numerusform>zuerst die %1 Tokens, die in allen Prompts gleich sind, damit der Cache des Anbieters sie hat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 request(s) equal to others asked once</source>
        <translation>
            <numerusform>%1 Anfrage, die einer anderen gleicht, nur einmal stellen</numerusform>
            <numerusform>%1 Anfragen, die anderen gleichen, nur einmal stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>as a batch, within a day</source>
        <translation>als Batch, innerhalb eines Tages</translation>
    </message>
    <message>
        <source>%1 (%2) less: %3</source>
        <translation>%1 (%2) weniger: %3</translation>
    </message>
</context>
<context>
    <name>AnswerComparison</name>
    <message>
        <source>Not compared: this answer is incomplete</source>
        <translation>Nicht verglichen: Diese Antwort ist nicht vollständig</translation>
    </message>
    <message>
        <source>Both answers are empty</source>
        <translation>Beide Antworten sind leer</translation>
    </message>
    <message>
        <source>Not compared: one answer is empty</source>
        <translation>Nicht verglichen: Eine Antwort ist leer</translation>
    </message>
    <message>
        <source>%1 % as in the baseline</source>
        <translation>%1 % wie in der Vergleichsantwort</translation>
    </message>
    <message>
        <source>This answer is incomplete, so nothing is compared with it</source>
        <translation>Diese Antwort ist nicht vollständig: Mit ihr wird nichts verglichen</translation>
    </message>
    <message>
        <source>The others are compared with this answer</source>
        <translation>Die anderen werden mit dieser Antwort verglichen</translation>
    </message>
    <message>
        <source>the same JSON</source>
        <translation>dasselbe JSON</translation>
    </message>
    <message>
        <source>JSON: %1 changed, %2 added, %3 removed</source>
        <translation>JSON: %1 geändert, %2 hinzugefügt, %3 entfernt</translation>
    </message>
    <message>
        <source>%1 added: %2</source>
        <translation>%1 hinzugefügt: %2</translation>
    </message>
    <message>
        <source>%1 removed: %2</source>
        <translation>%1 entfernt: %2</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>coin flip, both were likely in both answers</source>
        <translation>Münzwurf, beides war in beiden Antworten wahrscheinlich</translation>
    </message>
    <message>
        <source>change of mind, the probability moved</source>
        <translation>Sinneswandel, die Wahrscheinlichkeit hat sich verschoben</translation>
    </message>
    <message>
        <source>Not compared: no check of this case names an answer</source>
        <translation>Nicht verglichen: Keine Prüfung dieses Falls nennt eine Antwort</translation>
    </message>
    <message>
        <source>%1 % as expected</source>
        <translation>%1 % wie erwartet</translation>
    </message>
    <message>
        <source>%1 % as in the previous repeat</source>
        <translation>%1 % wie in der vorigen Wiederholung</translation>
    </message>
    <message>
        <source>difference %1 of %2</source>
        <translation>Unterschied %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n coin flip(s)</source>
        <translation>
            <numerusform>%n Münzwurf</numerusform>
            <numerusform>%n Münzwürfe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of mind</source>
        <translation>
            <numerusform>%n Sinneswandel</numerusform>
            <numerusform>%n Sinneswandel</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 values stand in the input</source>
        <translation>%1 von %2 Werten stehen in der Eingabe</translation>
    </message>
    <message>
        <source>Not compared: the input is not known</source>
        <translation>Nicht verglichen: Die Eingabe ist nicht bekannt</translation>
    </message>
    <message>
        <source>input: %1 % kept, %2 % changed, %3 % removed; %4 % added</source>
        <translation>Eingabe: %1 % behalten, %2 % geändert, %3 % entfernt; %4 % hinzugefügt</translation>
    </message>
    <message>
        <source>%1 stands nowhere in the input</source>
        <translation>%1 steht nirgends in der Eingabe</translation>
    </message>
</context>
<context>
    <name>Attempt</name>
    <message>
        <source>%1 answered</source>
        <translation>%1 hat geantwortet</translation>
    </message>
    <message>
        <source>%1 failed its checks</source>
        <translation>%1 hat seine Prüfungen nicht bestanden</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 schlug fehl: %2</translation>
    </message>
    <message>
        <source>%1 was stopped</source>
        <translation>%1 wurde gestoppt</translation>
    </message>
    <message>
        <source>%1 was not asked: %2</source>
        <translation>%1 wurde nicht gefragt: %2</translation>
    </message>
    <message>
        <source>No answer: %1</source>
        <translation>Keine Antwort: %1</translation>
    </message>
    <message>
        <source>Answered by %1; %2</source>
        <translation>Beantwortet von %1; %2</translation>
    </message>
    <message>
        <source>Answered by %1 after %2</source>
        <translation>Beantwortet von %1, zuvor: %2</translation>
    </message>
    <message>
        <source>%1 → %2 tokens</source>
        <translation>%1 → %2 Tokens</translation>
    </message>
    <message>
        <source>retries: %1</source>
        <translation>Wiederholungsversuche: %1</translation>
    </message>
    <message>
        <source>cost unknown</source>
        <translation>Kosten unbekannt</translation>
    </message>
</context>
<context>
    <name>BaselineRun</name>
    <message>
        <source>Cannot be compared with %1: no case is the same (%2).</source>
        <translation>Nicht vergleichbar mit %1: Kein Fall ist gleich (%2).</translation>
    </message>
    <message>
        <source>Compared with %1: %2.</source>
        <translation>Verglichen mit %1: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1 case(s) the same</source>
        <translation>
            <numerusform>%1 Fall gleich</numerusform>
            <numerusform>%1 Fälle gleich</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out: %1.</source>
        <translation>Weggelassen: %1.</translation>
    </message>
    <message>
        <source>the prompt</source>
        <translation>der Prompt</translation>
    </message>
    <message>
        <source>model or settings</source>
        <translation>Modell oder Einstellungen</translation>
    </message>
    <message>
        <source>Not the same in both: %1.</source>
        <translation>Nicht gleich in beiden: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%1 case(s) only here</source>
        <translation>
            <numerusform>%1 Fall nur hier</numerusform>
            <numerusform>%1 Fälle nur hier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 case(s) only there</source>
        <translation>
            <numerusform>%1 Fall nur dort</numerusform>
            <numerusform>%1 Fälle nur dort</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 case(s) with other checks</source>
        <translation>
            <numerusform>%1 Fall mit anderen Prüfungen</numerusform>
            <numerusform>%1 Fälle mit anderen Prüfungen</numerusform>
        </translation>
    </message>
    <message>
        <source>without a counterpart there: %1</source>
        <translation>ohne Gegenstück dort: %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a variant and its run</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%1 result(s) of the file stand there again; the first ones count.</source>
        <translation>
            <numerusform>%1 Ergebnis der Datei steht dort noch einmal; das erste zählt.</numerusform>
            <numerusform>%1 Ergebnisse der Datei stehen dort noch einmal; die ersten zählen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file does not have the settings of all variants.</source>
        <translation>Die Datei enthält nicht die Einstellungen aller Varianten.</translation>
    </message>
    <message numerus="yes">
        <source>It does not say what was checked in %1 case(s).</source>
        <translation>
            <numerusform>Bei %1 Fall steht dort nicht, was geprüft wurde.</numerusform>
            <numerusform>Bei %1 Fällen steht dort nicht, was geprüft wurde.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Batch</name>
    <message>
        <source>%1 stands there twice; line %2 counts.</source>
        <translation>%1 steht dort zweimal; es zählt Zeile %2.</translation>
    </message>
    <message>
        <source>%1 answers what this cell asked before; it asks something else now.</source>
        <translation>%1 beantwortet, was diese Zelle früher gefragt hat; jetzt fragt sie etwas anderes.</translation>
    </message>
    <message>
        <source>%1 is not the name of a cell of this run.</source>
        <translation>%1 ist nicht der Name einer Zelle dieses Laufs.</translation>
    </message>
    <message>
        <source>%1 has no batch API here; --filter-providers leaves a variant out.</source>
        <translation>%1 hat hier keine Batch-API; --filter-providers lässt eine Variante weg.</translation>
    </message>
    <message>
        <source>%1 does not speak OpenAI&apos;s API, which these files are for; --filter-providers leaves a variant out.</source>
        <translation>%1 spricht nicht die API von OpenAI, für die diese Dateien sind; --filter-providers lässt eine Variante weg.</translation>
    </message>
    <message>
        <source>This run is under way in another program.</source>
        <translation>Dieser Lauf ist in einem anderen Programm im Gange.</translation>
    </message>
    <message>
        <source>There is no request to send.</source>
        <translation>Es ist keine Anfrage zu senden.</translation>
    </message>
    <message>
        <source>Nothing of this experiment can be sent: no variant has a batch API.</source>
        <translation>Nichts von diesem Experiment kann gesendet werden: Keine Variante hat eine Batch-API.</translation>
    </message>
    <message>
        <source>Prompts of this experiment use earlier answers, which a batch does not have.</source>
        <translation>Prompts dieses Experiments verwenden frühere Antworten, die ein Batch nicht hat.</translation>
    </message>
    <message>
        <source>This experiment was too large to be kept with its run; `tempera batch fetch` merges the answers by its file.</source>
        <translation>Dieses Experiment war zu groß, um mit seinem Lauf aufgehoben zu werden; `tempera batch fetch` führt die Antworten anhand seiner Datei ein.</translation>
    </message>
    <message>
        <source>Scripts make the tests of this experiment: open it in the window first, or use `tempera batch fetch`.</source>
        <translation>Skripte erzeugen die Tests dieses Experiments: Öffnen Sie es zuerst im Fenster, oder nehmen Sie `tempera batch fetch`.</translation>
    </message>
</context>
<context>
    <name>BatchText</name>
    <message>
        <source>Expired: %1. The time of the batch ran out before they were answered.</source>
        <translation>Abgelaufen: %1. Die Zeit des Batches war um, bevor sie beantwortet waren.</translation>
    </message>
    <message>
        <source>Cancelled: %1.</source>
        <translation>Abgebrochen: %1.</translation>
    </message>
    <message>
        <source>Failed: %1. %2</source>
        <translation>Fehlgeschlagen: %1. %2</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>nicht bestätigt</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>being cancelled</source>
        <translation>wird abgebrochen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>Requests: %1. Batches: %2, to %3.</source>
        <comment>How many there are, and where they go</comment>
        <translation>Anfragen: %1. Batches: %2, an %3.</translation>
    </message>
    <message>
        <source>At batch price: %1. Run one by one: %2.</source>
        <translation>Zum Batch-Preis: %1. Einzeln gefragt: %2.</translation>
    </message>
    <message>
        <source>“%1” is left out: it is a model on this machine, which has no batch price.</source>
        <translation>„%1“ wird weggelassen: Es ist ein Modell auf diesem Rechner, das keinen Batch-Preis hat.</translation>
    </message>
    <message>
        <source>“%1” is left out: its endpoint has no batch API that Tempera knows.</source>
        <translation>„%1“ wird weggelassen: Sein Endpunkt hat keine Batch-API, die Tempera kennt.</translation>
    </message>
    <message>
        <source>The batches of “%1” are over: %2 of %3 answered.</source>
        <translation>Die Batches von „%1“ sind beendet: %2 von %3 beantwortet.</translation>
    </message>
    <message>
        <source>Expired: %1.</source>
        <translation>Abgelaufen: %1.</translation>
    </message>
    <message>
        <source>Failed: %1.</source>
        <translation>Fehlgeschlagen: %1.</translation>
    </message>
    <message>
        <source>“%1”: %2 of %3 requests were answered; the answers are in the run.</source>
        <translation>„%1“: %2 von %3 Anfragen wurden beantwortet; die Antworten sind im Lauf.</translation>
    </message>
    <message>
        <source>Other reasons: %1.</source>
        <translation>Andere Gründe: %1.</translation>
    </message>
    <message>
        <source>Without a result: %1.</source>
        <translation>Ohne Ergebnis: %1.</translation>
    </message>
    <message>
        <source>Lines of the results that cannot be used: %1.</source>
        <translation>Zeilen der Ergebnisse, die nicht zu gebrauchen sind: %1.</translation>
    </message>
</context>
<context>
    <name>Budget</name>
    <message>
        <source>This run costs at least %1; the limit for a run is %2.</source>
        <translation>Es kostet mindestens %1; das Limit eines Laufs beträgt %2.</translation>
    </message>
    <message>
        <source>This run costs at least %1; %2 of today&apos;s limit of %3 is spent.</source>
        <translation>Es kostet mindestens %1; heute sind bereits %2 von %3 ausgegeben.</translation>
    </message>
    <message>
        <source>the run&apos;s limit of %1</source>
        <translation>Limit des Laufs: %1</translation>
    </message>
    <message>
        <source>today&apos;s limit of %1</source>
        <translation>Limit für heute: %1</translation>
    </message>
    <message>
        <source>this month&apos;s limit of %1</source>
        <translation>Limit für diesen Monat: %1</translation>
    </message>
    <message>
        <source>the limit of %1 for %2</source>
        <translation>Limit für %2: %1</translation>
    </message>
    <message>
        <source>The next request may cost up to %1, and %2 of %3 is spent. A lower limit on its output makes it cost less.</source>
        <translation>Die nächste Anfrage kann bis zu %1 kosten, und %2 ist schon ausgegeben (%3). Mit einem kleineren Limit für ihre Ausgabe kostet sie weniger.</translation>
    </message>
    <message>
        <source>Nobody knows what the next request may cost (%1), so it may pass %2.</source>
        <translation>Niemand weiß, was die nächste Anfrage kosten kann (%1), daher könnte sie über dem Limit liegen (%2).</translation>
    </message>
</context>
<context>
    <name>BudgetUse</name>
    <message>
        <source>%1 of %2 spent</source>
        <translation>%1 von %2 ausgegeben</translation>
    </message>
    <message>
        <source>Over the budget of %1: nothing will be started</source>
        <translation>Über dem Budget von %1: Es wird nichts begonnen</translation>
    </message>
    <message>
        <source>May cost more than the budget of %1: the run stops where it is reached</source>
        <translation>Kann mehr als das Budget von %1 kosten: Der Lauf hält an, wo es erreicht ist</translation>
    </message>
    <message>
        <source>Within the budget of %1: at most %2</source>
        <translation>Im Budget von %1: höchstens %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>CacheText</name>
    <message>
        <source>%1 from the cache, %2 saved</source>
        <translation>%1 aus dem Cache, %2 gespart</translation>
    </message>
    <message numerus="yes">
        <source>%1 response(s)</source>
        <translation>
            <numerusform>%1 Antwort</numerusform>
            <numerusform>%1 Antworten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Used again %1 time(s)</source>
        <translation>
            <numerusform>%1-mal wiederverwendet</numerusform>
            <numerusform>%1-mal wiederverwendet</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2. %3, %4 saved.</source>
        <translation>%1, %2. %3, %4 gespart.</translation>
    </message>
</context>
<context>
    <name>Catalog</name>
    <message>
        <source>%1 is a reasoning model and does not take %2.</source>
        <translation>%1 ist ein Reasoning-Modell und akzeptiert %2 nicht.</translation>
    </message>
    <message>
        <source>%1 does not take %2.</source>
        <translation>%1 akzeptiert %2 nicht.</translation>
    </message>
    <message>
        <source>The API of %1 has no %2.</source>
        <translation>Die API von %1 kennt %2 nicht.</translation>
    </message>
    <message>
        <source>your own machine</source>
        <translation>Ihr eigener Rechner</translation>
    </message>
    <message>
        <source>Echo</source>
        <translation>Echo</translation>
    </message>
    <message>
        <source>Echo answers with the prompt; nothing is generated.</source>
        <translation>Echo antwortet mit dem Prompt; es wird nichts generiert.</translation>
    </message>
    <message>
        <source>your own machine, at your own price</source>
        <translation>Ihr eigener Rechner, zum eigenen Preis</translation>
    </message>
    <message>
        <source>OpenAI charges nothing for moderation</source>
        <translation>OpenAI berechnet nichts für die Moderation</translation>
    </message>
    <message>
        <source>A script takes what its config says.</source>
        <translation>Ein Skript nimmt, was seine config sagt.</translation>
    </message>
</context>
<context>
    <name>CellText</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>first token %1</source>
        <translation>erstes Token nach %1</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 Tokens/s</translation>
    </message>
    <message>
        <source>cost unknown</source>
        <translation>Kosten unbekannt</translation>
    </message>
    <message>
        <source>cut off at the token limit</source>
        <translation>am Tokenlimit abgeschnitten</translation>
    </message>
    <message>
        <source>attempts: %1</source>
        <translation>Versuche: %1</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Loading the model, %1 %</source>
        <translation>Modell wird geladen, %1 %</translation>
    </message>
    <message>
        <source>Processing the prompt</source>
        <translation>Prompt wird gelesen</translation>
    </message>
    <message>
        <source>Generating</source>
        <translation>Schreibt</translation>
    </message>
    <message>
        <source>Retrying (%1)</source>
        <translation>Wird erneut versucht (%1)</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>nicht bestanden</translation>
    </message>
    <message>
        <source>could not be checked</source>
        <translation>konnte nicht geprüft werden</translation>
    </message>
    <message>
        <source>not evaluated</source>
        <translation>nicht ausgewertet</translation>
    </message>
    <message>
        <source>Answered by %1</source>
        <translation>Beantwortet von %1</translation>
    </message>
    <message>
        <source>Seed %1</source>
        <translation>Seed %1</translation>
    </message>
    <message>
        <source>SHA-256 of the model&apos;s file: %1</source>
        <translation>SHA-256 der Modelldatei: %1</translation>
    </message>
    <message>
        <source>⚠ no chat template</source>
        <translation>⚠ keine Chat-Vorlage</translation>
    </message>
    <message>
        <source>⚠ schema not fully enforced</source>
        <translation>⚠ Schema nicht ganz erzwungen</translation>
    </message>
    <message>
        <source>⚠ violates its schema</source>
        <translation>⚠ verletzt das Schema</translation>
    </message>
    <message numerus="yes">
        <source>%1 → %2 token(s)</source>
        <comment>input → output</comment>
        <translation>
            <numerusform>%1 → %2 Token</numerusform>
            <numerusform>%1 → %2 Token</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 token(s)</source>
        <translation>
            <numerusform>%1 Token</numerusform>
            <numerusform>%1 Token</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 check(s) passed</source>
        <translation>
            <numerusform>%1 von %2 Prüfung bestanden</numerusform>
            <numerusform>%1 von %2 Prüfungen bestanden</numerusform>
        </translation>
    </message>
    <message>
        <source>⚠ %1 not sent</source>
        <translation>⚠ %1 nicht gesendet</translation>
    </message>
    <message>
        <source>Strict: an identical request gives this answer again, bit for bit, with the same model file, version of Tempera and settings of this machine.</source>
        <translation>Streng: Eine gleiche Anfrage ergibt wieder diese Antwort, Bit für Bit, bei gleicher Modelldatei, gleicher Version von Tempera und gleichen Einstellungen dieses Rechners.</translation>
    </message>
    <message>
        <source>Fast: an identical request may give another answer, as what else runs and what was asked before can change a close decision. In strict mode it gives the same one each time.</source>
        <translation>Schnell: Eine gleiche Anfrage kann eine andere Antwort ergeben, denn was sonst läuft und was zuvor gefragt wurde, kann eine knappe Entscheidung ändern. Im strengen Modus ergibt sie jedes Mal dieselbe.</translation>
    </message>
    <message>
        <source>Whether an identical request gives this answer again is up to the server.</source>
        <translation>Ob eine gleiche Anfrage wieder diese Antwort ergibt, liegt am Server.</translation>
    </message>
    <message>
        <source>⚠ %1 has no value</source>
        <translation>⚠ %1 hat keinen Wert</translation>
    </message>
    <message>
        <source>from the cache</source>
        <translation>aus dem Cache</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Nicht benötigt</translation>
    </message>
    <message>
        <source>transformed</source>
        <translation>umgewandelt</translation>
    </message>
    <message>
        <source>from the cache, %1 saved</source>
        <translation>aus dem Cache, %1 gespart</translation>
    </message>
    <message>
        <source>Between pieces of text: %1 mostly, 95 % within %2, %3 at most</source>
        <translation>Zwischen Textstücken: meist %1, zu 95 % höchstens %2, längstens %3</translation>
    </message>
    <message>
        <source>Received: %1</source>
        <translation>Empfangen: %1</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>%1 · %2</source>
        <comment>prompt · variant</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>head and value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>$%1</source>
        <translation>$%1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from – to</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <source>Share of the variant</source>
        <translation>Anteil an der Variante</translation>
    </message>
    <message>
        <source>The last bar has all that is larger as well.</source>
        <translation>Der letzte Balken enthält auch alles, was größer ist.</translation>
    </message>
    <message>
        <source>Time until the first token</source>
        <translation>Zeit bis zum ersten Token</translation>
    </message>
    <message>
        <source>Seconds until the first token</source>
        <translation>Sekunden bis zum ersten Token</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>No answer says when its first token came.</source>
        <translation>Keine Antwort sagt, wann ihr erstes Token kam.</translation>
    </message>
    <message>
        <source>Time until the end</source>
        <translation>Zeit bis zum Ende</translation>
    </message>
    <message>
        <source>Seconds until the end</source>
        <translation>Sekunden bis zum Ende</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>No answer is there yet.</source>
        <translation>Es gibt noch keine Antwort.</translation>
    </message>
    <message>
        <source>Cost of an answer</source>
        <translation>Kosten einer Antwort</translation>
    </message>
    <message>
        <source>US dollars</source>
        <translation>US-Dollar</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>No answer has a known cost.</source>
        <translation>Von keiner Antwort sind die Kosten bekannt.</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Wertungen</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wertung</translation>
    </message>
    <message>
        <source>No cell has been checked yet.</source>
        <translation>Es wurde noch keine Zelle geprüft.</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 und mehr</translation>
    </message>
    <message>
        <source>Bars are 95 % intervals; repeats of a case count as one case.</source>
        <translation>Die Balken sind 95-%-Konfidenzintervalle; Wiederholungen eines Falls zählen als ein Fall.</translation>
    </message>
    <message>
        <source>Pass rate</source>
        <translation>Bestehensquote</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Konfidenzintervall</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>with /%1/</source>
        <translation>mit /%1/</translation>
    </message>
    <message>
        <source>without</source>
        <translation>ohne</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>all others</source>
        <translation>alle anderen</translation>
    </message>
    <message>
        <source>Pass rate by check</source>
        <translation>Bestehensquote nach Prüfung</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Pass rate by %1</source>
        <translation>Bestehensquote nach %1</translation>
    </message>
    <message>
        <source>No case has a value for “%1”.</source>
        <translation>Kein Fall hat einen Wert für „%1“.</translation>
    </message>
    <message numerus="yes">
        <source>The pattern took too long in %n value(s), which are left out.</source>
        <translation>
            <numerusform>Das Muster brauchte bei %n Wert zu lange; er ist weggelassen.</numerusform>
            <numerusform>Das Muster brauchte bei %n Werten zu lange; sie sind weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Pass rate over past runs</source>
        <translation>Bestehensquote früherer Läufe</translation>
    </message>
    <message>
        <source>Bars are 95 % intervals. Prompts, cases and checks may have changed between the runs.</source>
        <translation>Die Balken sind 95-%-Konfidenzintervalle. Prompts, Fälle und Prüfungen können sich zwischen den Läufen geändert haben.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>All variants</source>
        <translation>Alle Varianten</translation>
    </message>
    <message>
        <source>No run of this experiment has been checked yet.</source>
        <translation>Es wurde noch kein Lauf dieses Experiments geprüft.</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>Pass rate by variant</source>
        <translation>Bestehensquote nach Variante</translation>
    </message>
    <message>
        <source>Cost against quality</source>
        <translation>Kosten gegen Qualität</translation>
    </message>
    <message>
        <source>Means with 95 % intervals. Along the front no variant is both cheaper and better than another.</source>
        <translation>Mittelwerte mit 95-%-Konfidenzintervallen. Entlang der Front ist keine Variante zugleich billiger und besser als eine andere.</translation>
    </message>
    <message>
        <source>Mean score</source>
        <translation>Mittlere Wertung</translation>
    </message>
    <message>
        <source>On the front</source>
        <translation>Auf der Front</translation>
    </message>
    <message>
        <source>No variant has both a known cost and a score yet.</source>
        <translation>Noch keine Variante hat sowohl bekannte Kosten als auch eine Wertung.</translation>
    </message>
    <message>
        <source>Cost of an answer, US dollars</source>
        <translation>Kosten einer Antwort, US-Dollar</translation>
    </message>
    <message>
        <source>Front: nothing is both cheaper and better</source>
        <translation>Front: nichts ist zugleich billiger und besser</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Left out, without a known cost or a score: %1.</source>
        <translation>Weggelassen, ohne bekannte Kosten oder ohne Wertung: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n here: %1</source>
        <comment>marks of a chart at one place</comment>
        <translation>
            <numerusform>%n hier: %1</numerusform>
            <numerusform>%n hier: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Input tokens of a request</source>
        <translation>Eingabetokens einer Anfrage</translation>
    </message>
    <message>
        <source>Input tokens</source>
        <translation>Eingabetokens</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>No request has been counted yet.</source>
        <translation>Es wurde noch keine Anfrage gezählt.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>95 % at most</source>
        <translation>95 % höchstens</translation>
    </message>
    <message>
        <source>Context of the model</source>
        <translation>Kontext des Modells</translation>
    </message>
    <message>
        <source>Another price from here</source>
        <translation>Ab hier anderer Preis</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>Tokens ein</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>Aus Cache</translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation>Tokens aus</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Neuversuche</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cost of failed</source>
        <translation>Kosten Fehlschläge</translation>
    </message>
    <message>
        <source>The ledger has no requests of that time.</source>
        <translation>Das Hauptbuch hat keine Anfragen aus dieser Zeit.</translation>
    </message>
    <message>
        <source>%1 + %2 unknown</source>
        <translation>%1 + %2 unbekannt</translation>
    </message>
    <message>
        <source>Spent by day</source>
        <translation>Ausgegeben nach Tag</translation>
    </message>
    <message>
        <source>Spent by model</source>
        <translation>Ausgegeben nach Modell</translation>
    </message>
    <message>
        <source>Spent by endpoint</source>
        <translation>Ausgegeben nach Endpunkt</translation>
    </message>
    <message>
        <source>Spent by experiment</source>
        <translation>Ausgegeben nach Experiment</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>The last %1 days on which something was asked.</source>
        <translation>Die letzten %1 Tage, an denen etwas angefragt wurde.</translation>
    </message>
    <message>
        <source>The last bar is %1 others together.</source>
        <translation>Der letzte Balken fasst %1 andere zusammen.</translation>
    </message>
    <message>
        <source>others</source>
        <translation>andere</translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n answer(s) to no words.</source>
        <translation>
            <numerusform>Weggelassen: %n Antwort auf eine Eingabe ohne Wörter.</numerusform>
            <numerusform>Weggelassen: %n Antworten auf Eingaben ohne Wörter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved by caches</source>
        <translation>Durch Caches gespart</translation>
    </message>
    <message>
        <source>%1 $</source>
        <comment>a power of ten</comment>
        <translation>%1 $</translation>
    </message>
    <message>
        <source>%1 (in %2)</source>
        <comment>title of an axis, 10⁻⁶ $</comment>
        <translation>%1 (in %2)</translation>
    </message>
</context>
<context>
    <name>CheckBase</name>
    <message>
        <source>the judge gave a score without &quot;pass&quot;, and there is no threshold</source>
        <translation>der Richter gab eine Punktzahl ohne „pass“, und es gibt keinen Schwellenwert</translation>
    </message>
    <message>
        <source>the judge gave vectors instead of words</source>
        <translation>der Bewerter gab Vektoren statt Wörtern</translation>
    </message>
</context>
<context>
    <name>CheckKinds</name>
    <message>
        <source>is exactly the text</source>
        <translation>ist genau der Text</translation>
    </message>
    <message>
        <source>The whole answer must be this text, character by character. A map or list in JSON is compared with the answer read as JSON.</source>
        <translation>Die ganze Antwort muss dieser Text sein, Zeichen für Zeichen. Ein Objekt oder eine Liste in JSON wird mit der als JSON gelesenen Antwort verglichen.</translation>
    </message>
    <message>
        <source>The answer is %1</source>
        <translation>Die Antwort ist %1</translation>
    </message>
    <message>
        <source>The answer is not %1</source>
        <translation>Die Antwort ist nicht %1</translation>
    </message>
    <message>
        <source>contains the text</source>
        <translation>enthält den Text</translation>
    </message>
    <message>
        <source>The text occurs anywhere in the answer, in exactly this capitalisation.</source>
        <translation>Der Text steht irgendwo in der Antwort, in genau dieser Schreibung.</translation>
    </message>
    <message>
        <source>The answer contains %1</source>
        <translation>Die Antwort enthält %1</translation>
    </message>
    <message>
        <source>The answer does not contain %1</source>
        <translation>Die Antwort enthält %1 nicht</translation>
    </message>
    <message>
        <source>contains the text, in any case</source>
        <translation>enthält den Text, groß oder klein</translation>
    </message>
    <message>
        <source>The text occurs anywhere in the answer, in upper or lower case.</source>
        <translation>Der Text steht irgendwo in der Antwort; Groß- und Kleinbuchstaben gelten gleich.</translation>
    </message>
    <message>
        <source>The answer contains %1 in any case</source>
        <translation>Die Antwort enthält %1, groß oder klein</translation>
    </message>
    <message>
        <source>The answer does not contain %1 in any case</source>
        <translation>Die Antwort enthält %1 nicht, weder groß noch klein</translation>
    </message>
    <message>
        <source>begins with the text</source>
        <translation>beginnt mit dem Text</translation>
    </message>
    <message>
        <source>The answer begins with exactly this text.</source>
        <translation>Die Antwort beginnt mit genau diesen Buchstaben.</translation>
    </message>
    <message>
        <source>The answer begins with %1</source>
        <translation>Die Antwort beginnt mit %1</translation>
    </message>
    <message>
        <source>The answer does not begin with %1</source>
        <translation>Die Antwort beginnt nicht mit %1</translation>
    </message>
    <message>
        <source>ends with the text</source>
        <translation>endet mit dem Text</translation>
    </message>
    <message>
        <source>The answer ends with exactly this text.</source>
        <translation>Die Antwort endet mit genau diesen Buchstaben.</translation>
    </message>
    <message>
        <source>The answer ends with %1</source>
        <translation>Die Antwort endet mit %1</translation>
    </message>
    <message>
        <source>The answer does not end with %1</source>
        <translation>Die Antwort endet nicht mit %1</translation>
    </message>
    <message>
        <source>contains all of the texts</source>
        <translation>enthält alle Texte</translation>
    </message>
    <message>
        <source>Each of the texts occurs somewhere in the answer.</source>
        <translation>Jeder der Texte steht irgendwo in der Antwort.</translation>
    </message>
    <message>
        <source>The answer contains all of %1</source>
        <translation>Die Antwort enthält alle von %1</translation>
    </message>
    <message>
        <source>The answer does not contain all of %1</source>
        <translation>Die Antwort enthält nicht alle von %1</translation>
    </message>
    <message>
        <source>contains one of the texts</source>
        <translation>enthält einen der Texte</translation>
    </message>
    <message>
        <source>At least one of the texts occurs somewhere in the answer.</source>
        <translation>Mindestens einer der Texte steht irgendwo in der Antwort.</translation>
    </message>
    <message>
        <source>The answer contains one of %1</source>
        <translation>Die Antwort enthält einen von %1</translation>
    </message>
    <message>
        <source>The answer contains none of %1</source>
        <translation>Die Antwort enthält keinen von %1</translation>
    </message>
    <message>
        <source>contains all of the texts, in any case</source>
        <translation>enthält alle Texte, groß oder klein</translation>
    </message>
    <message>
        <source>Each of the texts occurs somewhere in the answer, in upper or lower case.</source>
        <translation>Jeder der Texte steht irgendwo in der Antwort; Groß- und Kleinbuchstaben gelten gleich.</translation>
    </message>
    <message>
        <source>The answer contains all of %1 in any case</source>
        <translation>Die Antwort enthält alle von %1, groß oder klein</translation>
    </message>
    <message>
        <source>The answer does not contain all of %1 in any case</source>
        <translation>Die Antwort enthält nicht alle von %1, groß oder klein</translation>
    </message>
    <message>
        <source>contains one of the texts, in any case</source>
        <translation>enthält einen der Texte, groß oder klein</translation>
    </message>
    <message>
        <source>At least one of the texts occurs somewhere in the answer, in upper or lower case.</source>
        <translation>Mindestens einer der Texte steht irgendwo in der Antwort; Groß- und Kleinbuchstaben gelten gleich.</translation>
    </message>
    <message>
        <source>The answer contains one of %1 in any case</source>
        <translation>Die Antwort enthält einen von %1, groß oder klein</translation>
    </message>
    <message>
        <source>The answer contains none of %1 in any case</source>
        <translation>Die Antwort enthält keinen von %1, groß oder klein</translation>
    </message>
    <message>
        <source>has none of the words</source>
        <translation>hat keines der Wörter</translation>
    </message>
    <message>
        <source>None of the words occurs in the answer as a whole word, in any case.</source>
        <translation>Keines der Wörter steht als eigenes Wort in der Antwort, weder groß noch klein.</translation>
    </message>
    <message>
        <source>The answer has none of %1</source>
        <translation>Die Antwort hat keines von %1</translation>
    </message>
    <message>
        <source>The answer has one of %1</source>
        <translation>Die Antwort hat eines von %1</translation>
    </message>
    <message>
        <source>matches the pattern</source>
        <translation>passt zum Muster</translation>
    </message>
    <message>
        <source>A regular expression as in JavaScript, found anywhere in the answer; ^ and $ match its beginning and end.</source>
        <translation>Ein regulärer Ausdruck wie in JavaScript, irgendwo in der Antwort; ^ und $ sind ihr Anfang und Ende.</translation>
    </message>
    <message>
        <source>The answer matches %1</source>
        <translation>Die Antwort passt zu %1</translation>
    </message>
    <message>
        <source>The answer does not match %1</source>
        <translation>Die Antwort passt nicht zu %1</translation>
    </message>
    <message>
        <source>is JSON</source>
        <translation>ist JSON</translation>
    </message>
    <message>
        <source>The whole answer is JSON, and follows the schema where one is given.</source>
        <translation>Die ganze Antwort ist JSON und folgt dem Schema, wenn eines angegeben ist.</translation>
    </message>
    <message>
        <source>The answer is JSON %1</source>
        <translation>Die Antwort ist JSON %1</translation>
    </message>
    <message>
        <source>The answer is not JSON %1</source>
        <translation>Die Antwort ist kein JSON %1</translation>
    </message>
    <message>
        <source>contains JSON</source>
        <translation>enthält JSON</translation>
    </message>
    <message>
        <source>A map or list in the answer is JSON, and follows the schema where one is given.</source>
        <translation>Ein Objekt oder eine Liste in der Antwort ist JSON und folgt dem Schema, wenn eines angegeben ist.</translation>
    </message>
    <message>
        <source>The answer contains JSON %1</source>
        <translation>Die Antwort enthält JSON %1</translation>
    </message>
    <message>
        <source>The answer does not contain JSON %1</source>
        <translation>Die Antwort enthält kein JSON %1</translation>
    </message>
    <message>
        <source>is close to the text</source>
        <translation>ist fast der Text</translation>
    </message>
    <message>
        <source>At most this many characters have to be inserted, deleted or replaced to turn the answer into the text.</source>
        <translation>So viele Buchstaben müssen höchstens eingefügt, weggelassen oder ersetzt werden, damit die Antwort der Text ist.</translation>
    </message>
    <message>
        <source>The answer is close to %1</source>
        <translation>Die Antwort ist fast %1</translation>
    </message>
    <message>
        <source>The answer is not close to %1</source>
        <translation>Die Antwort ist nicht annähernd %1</translation>
    </message>
    <message>
        <source>Maximum edits</source>
        <translation>Höchstens Änderungen</translation>
    </message>
    <message>
        <source>has this many words</source>
        <translation>hat so viele Wörter</translation>
    </message>
    <message>
        <source>Words are separated by spaces and line breaks.</source>
        <translation>Wörter sind, was zwischen Leerzeichen und Zeilenenden steht.</translation>
    </message>
    <message>
        <source>The answer has %1 words</source>
        <translation>Die Antwort hat %1 Wörter</translation>
    </message>
    <message>
        <source>The answer does not have %1 words</source>
        <translation>Die Antwort hat nicht %1 Wörter</translation>
    </message>
    <message>
        <source>has at least this many characters</source>
        <translation>hat mindestens so viele Zeichen</translation>
    </message>
    <message>
        <source>Whitespace at the beginning and the end is not counted.</source>
        <translation>Leerraum am Anfang und am Ende zählt nicht.</translation>
    </message>
    <message>
        <source>The answer has at least %1 characters</source>
        <translation>Die Antwort hat mindestens %1 Zeichen</translation>
    </message>
    <message>
        <source>The answer has fewer than %1 characters</source>
        <translation>Die Antwort hat weniger als %1 Zeichen</translation>
    </message>
    <message>
        <source>was fast enough</source>
        <translation>kam rechtzeitig</translation>
    </message>
    <message>
        <source>The time from sending the request to the end of the answer.</source>
        <translation>Die Zeit vom Senden der Anfrage bis zum Ende der Antwort.</translation>
    </message>
    <message>
        <source>The answer was fast enough</source>
        <translation>Die Antwort kam rechtzeitig</translation>
    </message>
    <message>
        <source>The answer was not fast enough</source>
        <translation>Die Antwort kam nicht rechtzeitig</translation>
    </message>
    <message>
        <source>Maximum milliseconds</source>
        <translation>Höchstens Millisekunden</translation>
    </message>
    <message>
        <source>was cheap enough</source>
        <translation>war billig genug</translation>
    </message>
    <message>
        <source>What the answer cost; an unknown cost cannot be checked.</source>
        <translation>Was die Antwort gekostet hat; unbekannte Kosten lassen sich nicht prüfen.</translation>
    </message>
    <message>
        <source>The answer was cheap enough</source>
        <translation>Die Antwort war billig genug</translation>
    </message>
    <message>
        <source>The answer was not cheap enough</source>
        <translation>Die Antwort war nicht billig genug</translation>
    </message>
    <message>
        <source>Maximum US dollars</source>
        <translation>Höchstens US-Dollar</translation>
    </message>
    <message>
        <source>ended for this reason</source>
        <translation>endete aus dem Grund</translation>
    </message>
    <message>
        <source>Why the model stopped: “stop” means that it finished, “length” that it reached the token limit.</source>
        <translation>Warum das Modell aufhörte: „stop“ ist sein eigenes Ende, „length“ die Token-Grenze.</translation>
    </message>
    <message>
        <source>The answer ended with %1</source>
        <translation>Die Antwort endete mit %1</translation>
    </message>
    <message>
        <source>The answer did not end with %1</source>
        <translation>Die Antwort endete nicht mit %1</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>that follows the schema</source>
        <translation>nach dem Schema</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>“%1”: not supported by this version</source>
        <translation>„%1“: Diese Version führt es nicht aus</translation>
    </message>
    <message>
        <source>%1 (%2: %3)</source>
        <translation>%1 (%2: %3)</translation>
    </message>
    <message>
        <source>A text is missing.</source>
        <translation>Es fehlt ein Text.</translation>
    </message>
    <message>
        <source>Texts are missing, one a line.</source>
        <translation>Es fehlen Texte, einer je Zeile.</translation>
    </message>
    <message>
        <source>A pattern is missing.</source>
        <translation>Es fehlt ein Muster.</translation>
    </message>
    <message>
        <source>A number is missing.</source>
        <translation>Es fehlt eine Zahl.</translation>
    </message>
    <message>
        <source>A minimum or a maximum number of words is missing.</source>
        <translation>Es fehlt eine kleinste oder größte Zahl von Wörtern.</translation>
    </message>
    <message>
        <source>The minimum is larger than the maximum.</source>
        <translation>Die kleinste Zahl ist größer als die größte.</translation>
    </message>
    <message>
        <source>A reason is missing, such as “stop”.</source>
        <translation>Es fehlt ein Grund, etwa „stop“.</translation>
    </message>
    <message>
        <source>A number is missing: %1.</source>
        <translation>Es fehlt eine Zahl: %1.</translation>
    </message>
    <message>
        <source>This version does not support this check; it is kept as it is.</source>
        <translation>Diese Version führt diese Prüfung nicht aus; sie bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>passes the script</source>
        <translation>besteht das Skript</translation>
    </message>
    <message>
        <source>The answer passes the script %1</source>
        <translation>Die Antwort besteht das Skript %1</translation>
    </message>
    <message>
        <source>The answer does not pass the script %1</source>
        <translation>Die Antwort besteht das Skript %1 nicht</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>meets the rubric</source>
        <translation>erfüllt die Vorgabe</translation>
    </message>
    <message>
        <source>A model reads the answer and says whether it is as described, and why. Each answer takes one more request.</source>
        <translation>Ein Modell liest die Antwort und sagt, ob sie der Beschreibung entspricht und warum. Jede Antwort kostet eine weitere Anfrage.</translation>
    </message>
    <message>
        <source>The answer meets the rubric %1</source>
        <translation>Die Antwort erfüllt die Vorgabe %1</translation>
    </message>
    <message>
        <source>The answer does not meet the rubric %1</source>
        <translation>Die Antwort erfüllt die Vorgabe %1 nicht</translation>
    </message>
    <message>
        <source>scores well by the criteria</source>
        <translation>schneidet nach den Kriterien gut ab</translation>
    </message>
    <message>
        <source>A model scores prompt and answer by a criterion, or by several that are given as a list in JSON.</source>
        <translation>Ein Modell bewertet Prompt und Antwort nach einem Kriterium oder nach mehreren, die als Liste in JSON angegeben sind.</translation>
    </message>
    <message>
        <source>The answer scores well by %1</source>
        <translation>Die Antwort schneidet nach %1 gut ab</translation>
    </message>
    <message>
        <source>The answer does not score well by %1</source>
        <translation>Die Antwort schneidet nach %1 nicht gut ab</translation>
    </message>
    <message>
        <source>meets the criterion</source>
        <translation>erfüllt das Kriterium</translation>
    </message>
    <message>
        <source>A model reads prompt and answer and says whether the answer meets the criterion, yes or no.</source>
        <translation>Ein Modell liest Prompt und Antwort und sagt, ob die Antwort das Kriterium erfüllt: ja oder nein.</translation>
    </message>
    <message>
        <source>The answer meets the criterion %1</source>
        <translation>Die Antwort erfüllt das Kriterium %1</translation>
    </message>
    <message>
        <source>The answer does not meet the criterion %1</source>
        <translation>Die Antwort erfüllt das Kriterium %1 nicht</translation>
    </message>
    <message>
        <source>agrees with the reference</source>
        <translation>stimmt mit der Referenz überein</translation>
    </message>
    <message>
        <source>A model compares the facts of the answer with those of a reference answer.</source>
        <translation>Ein Modell vergleicht die Fakten der Antwort mit denen einer Referenzantwort.</translation>
    </message>
    <message>
        <source>The answer agrees with the reference %1</source>
        <translation>Die Antwort stimmt mit der Referenz %1 überein</translation>
    </message>
    <message>
        <source>The answer does not agree with the reference %1</source>
        <translation>Die Antwort stimmt nicht mit der Referenz %1 überein</translation>
    </message>
    <message>
        <source>JavaScript that sees “output” and “context” (prompt, vars, metadata …): an expression, or several lines with “return”. It returns true or false, a score, or an object with pass, score and reason.</source>
        <translation>JavaScript, das „output“ und „context“ (prompt, vars, metadata …) sieht: ein Ausdruck oder mehrere Zeilen mit „return“. Es liefert true oder false, eine Punktzahl oder ein Objekt mit pass, score und reason.</translation>
    </message>
    <message>
        <source>Minimum score</source>
        <translation>Mindestpunktzahl</translation>
    </message>
    <message>
        <source>The answer has enough in common with %1</source>
        <translation>Die Antwort hat genug mit %1 gemeinsam</translation>
    </message>
    <message>
        <source>The answer does not have enough in common with %1</source>
        <translation>Die Antwort hat nicht genug mit %1 gemeinsam</translation>
    </message>
    <message>
        <source>was little surprising</source>
        <translation>war wenig überraschend</translation>
    </message>
    <message>
        <source>The perplexity of the answer to its own model; it needs the probabilities of the tokens.</source>
        <translation>Die Perplexität der Antwort für ihr eigenes Modell; braucht die Wahrscheinlichkeiten der Tokens.</translation>
    </message>
    <message>
        <source>The answer was little surprising</source>
        <translation>Die Antwort war wenig überraschend</translation>
    </message>
    <message>
        <source>The answer was surprising</source>
        <translation>Die Antwort war überraschend</translation>
    </message>
    <message>
        <source>Maximum perplexity</source>
        <translation>Höchste Perplexität</translation>
    </message>
    <message>
        <source>was likely</source>
        <translation>war wahrscheinlich</translation>
    </message>
    <message>
        <source>1 / (1 + perplexity), 0.5 at most; it needs the probabilities of the tokens.</source>
        <translation>1 / (1 + Perplexität), höchstens 0,5; braucht die Wahrscheinlichkeiten der Tokens.</translation>
    </message>
    <message>
        <source>The answer was likely</source>
        <translation>Die Antwort war wahrscheinlich</translation>
    </message>
    <message>
        <source>The answer was not likely</source>
        <translation>Die Antwort war nicht wahrscheinlich</translation>
    </message>
    <message>
        <source>shares words with the text (ROUGE-1)</source>
        <translation>hat Wörter mit dem Text gemeinsam (ROUGE-1)</translation>
    </message>
    <message>
        <source>F-measure of the words that both have.</source>
        <translation>F-Maß der Wörter, die beide haben.</translation>
    </message>
    <message>
        <source>shares phrases with the text (BLEU)</source>
        <translation>hat Wortfolgen mit dem Text gemeinsam (BLEU)</translation>
    </message>
    <message>
        <source>Precision of runs of one to four words.</source>
        <translation>Genauigkeit bei Folgen von einem bis vier Wörtern.</translation>
    </message>
    <message>
        <source>shares phrases with the text (GLEU)</source>
        <translation>hat Wortfolgen mit dem Text gemeinsam (GLEU)</translation>
    </message>
    <message>
        <source>The lesser of precision and recall of runs of one to four words.</source>
        <translation>Der kleinere Wert von Genauigkeit und Trefferquote bei Folgen von einem bis vier Wörtern.</translation>
    </message>
    <message>
        <source>shares words with the text (METEOR)</source>
        <translation>hat Wörter mit dem Text gemeinsam (METEOR)</translation>
    </message>
    <message>
        <source>Words and their stems in common, and in which order; without a dictionary of synonyms.</source>
        <translation>Gemeinsame Wörter und Wortstämme und ihre Reihenfolge; ohne Synonymwörterbuch.</translation>
    </message>
    <message>
        <source>is XML</source>
        <translation>ist XML</translation>
    </message>
    <message>
        <source>The whole answer is XML, and has the elements, named by their paths (a.b).</source>
        <translation>Die ganze Antwort ist XML und hat die Elemente, benannt mit ihren Pfaden (a.b).</translation>
    </message>
    <message>
        <source>The answer is XML %1</source>
        <translation>Die Antwort ist XML %1</translation>
    </message>
    <message>
        <source>The answer is not XML %1</source>
        <translation>Die Antwort ist kein XML %1</translation>
    </message>
    <message>
        <source>contains XML</source>
        <translation>enthält XML</translation>
    </message>
    <message>
        <source>XML in the answer has the elements, named by their paths (a.b).</source>
        <translation>XML in der Antwort hat die Elemente, benannt mit ihren Pfaden (a.b).</translation>
    </message>
    <message>
        <source>The answer contains XML %1</source>
        <translation>Die Antwort enthält XML %1</translation>
    </message>
    <message>
        <source>The answer does not contain XML %1</source>
        <translation>Die Antwort enthält kein XML %1</translation>
    </message>
    <message>
        <source>is HTML</source>
        <translation>ist HTML</translation>
    </message>
    <message>
        <source>The whole answer is HTML, with no text outside of its elements.</source>
        <translation>Die ganze Antwort ist HTML, ohne Text außerhalb der Elemente.</translation>
    </message>
    <message>
        <source>The answer is HTML</source>
        <translation>Die Antwort ist HTML</translation>
    </message>
    <message>
        <source>The answer is not HTML</source>
        <translation>Die Antwort ist kein HTML</translation>
    </message>
    <message>
        <source>contains HTML</source>
        <translation>enthält HTML</translation>
    </message>
    <message>
        <source>There are at least two signs of HTML in the answer.</source>
        <translation>In der Antwort gibt es mindestens zwei Anzeichen für HTML.</translation>
    </message>
    <message>
        <source>The answer contains HTML</source>
        <translation>Die Antwort enthält HTML</translation>
    </message>
    <message>
        <source>The answer does not contain HTML</source>
        <translation>Die Antwort enthält kein HTML</translation>
    </message>
    <message>
        <source>is SQL</source>
        <translation>ist SQL</translation>
    </message>
    <message>
        <source>SELECT, INSERT, UPDATE and DELETE are recognised; allowedTables and allowedColumns may be given in JSON.</source>
        <translation>SELECT, INSERT, UPDATE und DELETE werden erkannt; allowedTables und allowedColumns können in JSON angegeben werden.</translation>
    </message>
    <message>
        <source>The answer is SQL %1</source>
        <translation>Die Antwort ist SQL %1</translation>
    </message>
    <message>
        <source>The answer is not SQL %1</source>
        <translation>Die Antwort ist kein SQL %1</translation>
    </message>
    <message>
        <source>contains SQL</source>
        <translation>enthält SQL</translation>
    </message>
    <message>
        <source>A block of code in the answer, or all of it, is SQL.</source>
        <translation>Ein Codeblock in der Antwort oder die ganze Antwort ist SQL.</translation>
    </message>
    <message>
        <source>The answer contains SQL %1</source>
        <translation>Die Antwort enthält SQL %1</translation>
    </message>
    <message>
        <source>The answer does not contain SQL %1</source>
        <translation>Die Antwort enthält kein SQL %1</translation>
    </message>
    <message>
        <source>calls the tools</source>
        <translation>ruft die Werkzeuge auf</translation>
    </message>
    <message>
        <source>The tools that the answer calls, in JSON, are these and no others.</source>
        <translation>Die Werkzeuge, die die Antwort in JSON aufruft, sind diese und keine anderen.</translation>
    </message>
    <message>
        <source>The answer calls %1</source>
        <translation>Die Antwort ruft %1 auf</translation>
    </message>
    <message>
        <source>The answer does not call %1</source>
        <translation>Die Antwort ruft %1 nicht auf</translation>
    </message>
    <message>
        <source>is near the number</source>
        <translation>liegt nahe bei der Zahl</translation>
    </message>
    <message>
        <source>The first number in the answer differs from it by that much at most.</source>
        <translation>Die erste Zahl in der Antwort weicht höchstens so weit davon ab.</translation>
    </message>
    <message>
        <source>The answer is near %1</source>
        <translation>Die Antwort liegt nahe bei %1</translation>
    </message>
    <message>
        <source>The answer is not near %1</source>
        <translation>Die Antwort liegt nicht nahe bei %1</translation>
    </message>
    <message>
        <source>Maximum difference</source>
        <translation>Größte Abweichung</translation>
    </message>
    <message>
        <source>is easy to read</source>
        <translation>ist leicht zu lesen</translation>
    </message>
    <message>
        <source>Flesch&apos;s reading ease of an English text: 100 is very easy, 60 plain, 30 hard.</source>
        <translation>Flesch-Lesbarkeit eines englischen Textes: 100 ist sehr leicht, 60 normal, 30 schwer.</translation>
    </message>
    <message>
        <source>The answer is easy to read</source>
        <translation>Die Antwort ist leicht zu lesen</translation>
    </message>
    <message>
        <source>The answer is hard to read</source>
        <translation>Die Antwort ist schwer zu lesen</translation>
    </message>
    <message>
        <source>Minimum reading ease</source>
        <translation>Mindestlesbarkeit</translation>
    </message>
    <message>
        <source>is a refusal</source>
        <translation>ist eine Ablehnung</translation>
    </message>
    <message>
        <source>The answer declines, by its words in English, or is empty.</source>
        <translation>Die Antwort lehnt ab, nach ihren englischen Worten, oder ist leer.</translation>
    </message>
    <message>
        <source>The answer is a refusal</source>
        <translation>Die Antwort ist eine Ablehnung</translation>
    </message>
    <message>
        <source>The answer is no refusal</source>
        <translation>Die Antwort ist keine Ablehnung</translation>
    </message>
    <message>
        <source>was not withheld</source>
        <translation>wurde nicht zurückgehalten</translation>
    </message>
    <message>
        <source>The endpoint&apos;s filter let the answer pass.</source>
        <translation>Der Filter des Endpunkts ließ die Antwort durch.</translation>
    </message>
    <message>
        <source>The answer was not withheld</source>
        <translation>Die Antwort wurde nicht zurückgehalten</translation>
    </message>
    <message>
        <source>The answer was withheld</source>
        <translation>Die Antwort wurde zurückgehalten</translation>
    </message>
    <message>
        <source>has something at a JSONPath</source>
        <translation>hat etwas an einem JSONPath</translation>
    </message>
    <message>
        <source>The answer is JSON, and the query finds something. In JSON: {&quot;query&quot;: …, &quot;equals&quot;: …}.</source>
        <translation>Die Antwort ist JSON, und die Abfrage findet etwas. In JSON: {&quot;query&quot;: …, &quot;equals&quot;: …}.</translation>
    </message>
    <message>
        <source>The answer has something at %1</source>
        <translation>Die Antwort hat etwas bei %1</translation>
    </message>
    <message>
        <source>The answer has nothing at %1</source>
        <translation>Die Antwort hat nichts bei %1</translation>
    </message>
    <message>
        <source>has something by JMESPath</source>
        <translation>hat etwas nach JMESPath</translation>
    </message>
    <message>
        <source>The answer has something by %1</source>
        <translation>Die Antwort hat nach %1 etwas</translation>
    </message>
    <message>
        <source>The answer has nothing by %1</source>
        <translation>Die Antwort hat nach %1 nichts</translation>
    </message>
    <message>
        <source>is one of the labels</source>
        <translation>ist eine der Klassen</translation>
    </message>
    <message>
        <source>The answer is a label, in any case; quotes and a full stop do not count.</source>
        <translation>Die Antwort ist eine Klasse, groß oder klein; Anführungszeichen und ein Punkt am Ende zählen nicht.</translation>
    </message>
    <message>
        <source>The answer is one of %1</source>
        <translation>Die Antwort ist eine von %1</translation>
    </message>
    <message>
        <source>The answer is none of %1</source>
        <translation>Die Antwort ist keine von %1</translation>
    </message>
    <message>
        <source>contains personal data</source>
        <translation>enthält personenbezogene Daten</translation>
    </message>
    <message>
        <source>E-mail and IP addresses, phone numbers, IBANs and card numbers: email, ip, phone, iban, card; none: all.</source>
        <translation>E-Mail- und IP-Adressen, Telefonnummern, IBANs und Kartennummern: email, ip, phone, iban, card; keine Angabe: alle.</translation>
    </message>
    <message>
        <source>The answer contains personal data %1</source>
        <translation>Die Antwort enthält personenbezogene Daten %1</translation>
    </message>
    <message>
        <source>The answer does not contain personal data %1</source>
        <translation>Die Antwort enthält keine personenbezogenen Daten %1</translation>
    </message>
    <message>
        <source>The score of these is at least %1: %2</source>
        <translation>Die Punktzahl dieser ist mindestens %1: %2</translation>
    </message>
    <message>
        <source>All of these: %1</source>
        <translation>Alle diese: %1</translation>
    </message>
    <message>
        <source>is the best of the answers to its case</source>
        <translation>ist die beste der Antworten auf ihren Fall</translation>
    </message>
    <message>
        <source>A model compares the answers of all variants to the case and chooses the one that fits the criterion best. Each case takes one more request.</source>
        <translation>Ein Modell vergleicht die Antworten aller Varianten auf den Fall und wählt die, welche das Kriterium am besten erfüllt. Jeder Fall kostet eine weitere Anfrage.</translation>
    </message>
    <message>
        <source>The answer fits %1 best</source>
        <translation>Die Antwort passt am besten zu %1</translation>
    </message>
    <message>
        <source>The answer does not fit %1 best</source>
        <translation>Die Antwort passt nicht am besten zu %1</translation>
    </message>
    <message>
        <source>has the highest score of the answers to its case</source>
        <translation>hat die höchste Punktzahl der Antworten auf ihren Fall</translation>
    </message>
    <message>
        <source>Of the answers of all variants to the case the one passes whose other checks score highest. JSON may hold “method” (“average”, “sum”), “weights” by type of check, and a “threshold”.</source>
        <translation>Von den Antworten aller Varianten auf den Fall besteht die, deren andere Prüfungen die höchste Punktzahl ergeben. In JSON können „method“ („average“, „sum“), „weights“ nach Art der Prüfung und ein „threshold“ stehen.</translation>
    </message>
    <message>
        <source>The answer has the highest score %1</source>
        <translation>Die Antwort hat die höchste Punktzahl %1</translation>
    </message>
    <message>
        <source>The answer does not have the highest score %1</source>
        <translation>Die Antwort hat nicht die höchste Punktzahl %1</translation>
    </message>
    <message>
        <source>A model for embeddings makes a vector of the answer and of the text; several texts are given as a list in JSON, and one of them is enough. Each answer takes one more request.</source>
        <translation>Ein Embedding-Modell macht aus der Antwort und aus dem Text je einen Vektor; mehrere Texte werden als Liste in JSON angegeben, und einer davon genügt. Jede Antwort kostet eine weitere Anfrage.</translation>
    </message>
    <message>
        <source>is about what was asked</source>
        <translation>geht auf das Gefragte ein</translation>
    </message>
    <message>
        <source>A model writes questions that the answer fits, and a model for embeddings compares them with the prompt. Each answer takes two more requests.</source>
        <translation>Ein Modell schreibt Fragen, zu denen die Antwort passt, und ein Embedding-Modell vergleicht sie mit dem Prompt. Jede Antwort kostet zwei weitere Anfragen.</translation>
    </message>
    <message>
        <source>The answer is about what was asked</source>
        <translation>Die Antwort geht auf das Gefragte ein</translation>
    </message>
    <message>
        <source>The answer is not about what was asked</source>
        <translation>Die Antwort geht nicht auf das Gefragte ein</translation>
    </message>
    <message>
        <source>Minimum similarity</source>
        <translation>Mindestähnlichkeit</translation>
    </message>
    <message>
        <source>means about the same</source>
        <translation>bedeutet etwa dasselbe</translation>
    </message>
    <message>
        <source>The answer means about the same as %1</source>
        <translation>Die Antwort bedeutet etwa dasselbe wie %1</translation>
    </message>
    <message>
        <source>The answer does not mean about the same as %1</source>
        <translation>Die Antwort bedeutet nicht etwa dasselbe wie %1</translation>
    </message>
    <message>
        <source>means about the same (cosine)</source>
        <translation>bedeutet etwa dasselbe (Kosinus)</translation>
    </message>
    <message>
        <source>The answer means about the same as %1 by the cosine</source>
        <translation>Die Antwort bedeutet nach dem Kosinus etwa dasselbe wie %1</translation>
    </message>
    <message>
        <source>The answer does not mean about the same as %1 by the cosine</source>
        <translation>Die Antwort bedeutet nach dem Kosinus nicht etwa dasselbe wie %1</translation>
    </message>
    <message>
        <source>means about the same (dot product)</source>
        <translation>bedeutet etwa dasselbe (Skalarprodukt)</translation>
    </message>
    <message>
        <source>The answer means about the same as %1 by the dot product</source>
        <translation>Die Antwort bedeutet nach dem Skalarprodukt etwa dasselbe wie %1</translation>
    </message>
    <message>
        <source>The answer does not mean about the same as %1 by the dot product</source>
        <translation>Die Antwort bedeutet nach dem Skalarprodukt nicht etwa dasselbe wie %1</translation>
    </message>
    <message>
        <source>means about the same (distance)</source>
        <translation>bedeutet etwa dasselbe (Abstand)</translation>
    </message>
    <message>
        <source>The answer means about the same as %1 by the distance</source>
        <translation>Die Antwort bedeutet nach dem Abstand etwa dasselbe wie %1</translation>
    </message>
    <message>
        <source>The answer does not mean about the same as %1 by the distance</source>
        <translation>Die Antwort bedeutet nach dem Abstand nicht etwa dasselbe wie %1</translation>
    </message>
    <message>
        <source>Maximum distance</source>
        <translation>Höchstabstand</translation>
    </message>
    <message>
        <source>calls tools correctly</source>
        <translation>ruft Werkzeuge richtig auf</translation>
    </message>
    <message>
        <source>The answer is nothing but calls of tools that its provider offers, with arguments that follow their schemas.</source>
        <translation>Die Antwort besteht nur aus Aufrufen von Werkzeugen, die ihr Anbieter anbietet, mit Argumenten nach deren Schemata.</translation>
    </message>
    <message>
        <source>The answer calls tools correctly</source>
        <translation>Die Antwort ruft Werkzeuge richtig auf</translation>
    </message>
    <message>
        <source>The answer does not call tools correctly</source>
        <translation>Die Antwort ruft Werkzeuge nicht richtig auf</translation>
    </message>
    <message>
        <source>calls a function correctly</source>
        <translation>ruft eine Funktion richtig auf</translation>
    </message>
    <message>
        <source>The same for “functions”, the older form of OpenAI&apos;s tools.</source>
        <translation>Dasselbe für „functions“, die ältere Form der Werkzeuge von OpenAI.</translation>
    </message>
    <message>
        <source>The answer calls a function correctly</source>
        <translation>Die Antwort ruft eine Funktion richtig auf</translation>
    </message>
    <message>
        <source>The answer does not call a function correctly</source>
        <translation>Die Antwort ruft keine Funktion richtig auf</translation>
    </message>
    <message>
        <source>calls functions correctly</source>
        <translation>ruft Funktionen richtig auf</translation>
    </message>
    <message>
        <source>The same for the functions of any provider.</source>
        <translation>Dasselbe für die Funktionen jedes Anbieters.</translation>
    </message>
    <message>
        <source>The answer calls functions correctly</source>
        <translation>Die Antwort ruft Funktionen richtig auf</translation>
    </message>
    <message>
        <source>The answer does not call functions correctly</source>
        <translation>Die Antwort ruft Funktionen nicht richtig auf</translation>
    </message>
    <message>
        <source>Minimum share</source>
        <translation>Mindestanteil</translation>
    </message>
    <message>
        <source>was given a context that says the text</source>
        <translation>bekam einen Kontext, der den Text sagt</translation>
    </message>
    <message>
        <source>A model looks which sentences of the text the variable “context” says. Each answer takes one more request.</source>
        <translation>Ein Modell sieht nach, welche Sätze des Textes die Variable „context“ sagt. Jede Antwort kostet eine weitere Anfrage.</translation>
    </message>
    <message>
        <source>The context says %1</source>
        <translation>Der Kontext sagt %1</translation>
    </message>
    <message>
        <source>The context does not say %1</source>
        <translation>Der Kontext sagt %1 nicht</translation>
    </message>
    <message>
        <source>was given a context that the question needs</source>
        <translation>bekam einen Kontext, den die Frage braucht</translation>
    </message>
    <message>
        <source>A model looks which parts of the variable “context” the variable “query” needs. Each answer takes one more request.</source>
        <translation>Ein Modell sieht nach, welche Teile der Variablen „context“ die Variable „query“ braucht. Jede Antwort kostet eine weitere Anfrage.</translation>
    </message>
    <message>
        <source>The question needs the context</source>
        <translation>Die Frage braucht den Kontext</translation>
    </message>
    <message>
        <source>The question does not need the context</source>
        <translation>Die Frage braucht den Kontext nicht</translation>
    </message>
    <message>
        <source>says what the context supports</source>
        <translation>sagt, was der Kontext stützt</translation>
    </message>
    <message>
        <source>A model looks which statements of the answer follow from the variable “context”; “query” is the question. Each answer takes one more request.</source>
        <translation>Ein Modell sieht nach, welche Aussagen der Antwort aus der Variablen „context“ folgen; „query“ ist die Frage. Jede Antwort kostet eine weitere Anfrage.</translation>
    </message>
    <message>
        <source>The context supports the answer</source>
        <translation>Der Kontext stützt die Antwort</translation>
    </message>
    <message>
        <source>The context does not support the answer</source>
        <translation>Der Kontext stützt die Antwort nicht</translation>
    </message>
    <message>
        <source>fits the conversation</source>
        <translation>passt zum Gespräch</translation>
    </message>
    <message>
        <source>A model looks which answers of the conversation in the variable “_conversation”, or of prompt and answer, fit what was said before. Each answer takes one more request.</source>
        <translation>Ein Modell sieht nach, welche Antworten des Gesprächs in der Variablen „_conversation“, oder aus Prompt und Antwort, zu dem passen, was vorher gesagt wurde. Jede Antwort kostet eine weitere Anfrage.</translation>
    </message>
    <message>
        <source>The answers fit the conversation</source>
        <translation>Die Antworten passen zum Gespräch</translation>
    </message>
    <message>
        <source>The answers do not fit the conversation</source>
        <translation>Die Antworten passen nicht zum Gespräch</translation>
    </message>
    <message>
        <source>is harmless</source>
        <translation>ist unbedenklich</translation>
    </message>
    <message>
        <source>An endpoint for moderation looks for hate, violence and the like; a list of its categories says what counts, none: all. Each answer takes one more request.</source>
        <translation>Ein Endpunkt für Moderation sucht nach Hass, Gewalt und Ähnlichem; eine Liste seiner Kategorien sagt, was zählt, keine: alle. Jede Antwort braucht eine weitere Anfrage.</translation>
    </message>
    <message>
        <source>Nothing in the answer is flagged %1</source>
        <translation>Nichts in der Antwort ist beanstandet %1</translation>
    </message>
    <message>
        <source>Something in the answer is flagged %1</source>
        <translation>Etwas in der Antwort ist beanstandet %1</translation>
    </message>
    <message>
        <source>is classified as</source>
        <translation>wird eingestuft als</translation>
    </message>
    <message>
        <source>A model for classification gives the answer labels with scores; none: the likeliest label counts. Each answer takes one more request.</source>
        <translation>Ein Modell für Klassifikation gibt der Antwort Labels mit Punkten; keines: das wahrscheinlichste Label zählt. Jede Antwort braucht eine weitere Anfrage.</translation>
    </message>
    <message>
        <source>The answer is classified as %1</source>
        <translation>Die Antwort wird als %1 eingestuft</translation>
    </message>
    <message>
        <source>The answer is not classified as %1</source>
        <translation>Die Antwort wird nicht als %1 eingestuft</translation>
    </message>
    <message>
        <source>meets the rubric by a search in the web</source>
        <translation>erfüllt die Vorgabe nach einer Suche im Web</translation>
    </message>
    <message>
        <source>A model with a tool for searching the web looks up what the answer says, and says whether it is as described. Each answer takes one more request.</source>
        <translation>Ein Modell mit einem Werkzeug für die Suche im Web prüft, was die Antwort sagt, und sagt, ob sie wie beschrieben ist. Jede Antwort braucht eine weitere Anfrage.</translation>
    </message>
    <message>
        <source>By a search the answer meets the rubric %1</source>
        <translation>Nach einer Suche erfüllt die Antwort die Vorgabe %1</translation>
    </message>
    <message>
        <source>By a search the answer does not meet the rubric %1</source>
        <translation>Nach einer Suche erfüllt die Antwort die Vorgabe %1 nicht</translation>
    </message>
</context>
<context>
    <name>CheckTypes</name>
    <message>
        <source>this version does not know this check</source>
        <translation>diese Version kennt diese Prüfung nicht</translation>
    </message>
    <message>
        <source>programs are not run; only JavaScript is</source>
        <translation>Programme werden nicht ausgeführt, nur JavaScript</translation>
    </message>
    <message>
        <source>answers are not sent to other addresses</source>
        <translation>Antworten werden nicht an andere Adressen gesendet</translation>
    </message>
    <message>
        <source>there are no traces of an agent to look at</source>
        <translation>es gibt keine Spuren eines Agenten, die man ansehen könnte</translation>
    </message>
    <message>
        <source>this version does not carry out this check of promptfoo</source>
        <translation>diese Version führt diese Prüfung von promptfoo nicht aus</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>templates cannot be rendered</source>
        <translation>Vorlagen können nicht gerendert werden</translation>
    </message>
    <message>
        <source>the schema is wrong at %1</source>
        <translation>das Schema ist fehlerhaft bei %1</translation>
    </message>
    <message>
        <source>the schema cannot be used: %1</source>
        <translation>das Schema kann nicht verwendet werden: %1</translation>
    </message>
    <message>
        <source>the schema&apos;s patterns take too long</source>
        <translation>die Muster des Schemas brauchen zu lange</translation>
    </message>
    <message>
        <source>it needs a text</source>
        <translation>benötigt einen Text</translation>
    </message>
    <message>
        <source>the texts are too long to compare</source>
        <translation>die Texte sind zu lang für einen Vergleich</translation>
    </message>
    <message>
        <source>its value is not a JSON schema</source>
        <translation>der Wert ist kein JSON-Schema</translation>
    </message>
    <message>
        <source>the output is not JSON: %1</source>
        <translation>die Ausgabe ist kein JSON: %1</translation>
    </message>
    <message>
        <source>the output is JSON</source>
        <translation>die Ausgabe ist JSON</translation>
    </message>
    <message>
        <source>the output follows the schema</source>
        <translation>die Ausgabe entspricht dem Schema</translation>
    </message>
    <message>
        <source>the output does not follow the schema at %1</source>
        <translation>die Ausgabe entspricht dem Schema bei %1 nicht</translation>
    </message>
    <message>
        <source>the output contains JSON</source>
        <translation>die Ausgabe enthält JSON</translation>
    </message>
    <message>
        <source>the output contains JSON that follows the schema</source>
        <translation>die Ausgabe enthält JSON, das dem Schema entspricht</translation>
    </message>
    <message>
        <source>the output contains no JSON</source>
        <translation>die Ausgabe enthält kein JSON</translation>
    </message>
    <message>
        <source>the JSON in the output does not follow the schema at %1</source>
        <translation>das JSON in der Ausgabe entspricht dem Schema bei %1 nicht</translation>
    </message>
    <message>
        <source>it needs a list of texts</source>
        <translation>benötigt eine Liste von Texten</translation>
    </message>
    <message>
        <source>all expected texts were found</source>
        <translation>alle erwarteten Texte wurden gefunden</translation>
    </message>
    <message>
        <source>not found: %1</source>
        <translation>nicht gefunden: %1</translation>
    </message>
    <message>
        <source>one of the expected texts was found</source>
        <translation>einer der erwarteten Texte wurde gefunden</translation>
    </message>
    <message>
        <source>none of the expected texts was found</source>
        <translation>keiner der erwarteten Texte wurde gefunden</translation>
    </message>
    <message>
        <source>it needs a threshold in milliseconds</source>
        <translation>benötigt einen Schwellenwert in Millisekunden</translation>
    </message>
    <message>
        <source>the latency is unknown</source>
        <translation>die Zeit ist nicht bekannt</translation>
    </message>
    <message>
        <source>the answer took %1 ms</source>
        <translation>die Antwort dauerte %1 ms</translation>
    </message>
    <message>
        <source>it needs a threshold in US dollars</source>
        <translation>benötigt einen Schwellenwert in US-Dollar</translation>
    </message>
    <message>
        <source>the cost is unknown</source>
        <translation>die Kosten sind nicht bekannt</translation>
    </message>
    <message>
        <source>the answer cost %1</source>
        <translation>die Antwort kostete %1</translation>
    </message>
    <message numerus="yes">
        <source>the output has %Ln word(s)</source>
        <translation>
            <numerusform>die Ausgabe hat %Ln Wort</numerusform>
            <numerusform>die Ausgabe hat %Ln Wörter</numerusform>
        </translation>
    </message>
    <message>
        <source>it needs a number, or &quot;min&quot; and &quot;max&quot;</source>
        <translation>benötigt eine Zahl oder „min“ und „max“</translation>
    </message>
    <message>
        <source>it needs a reason such as &quot;stop&quot;</source>
        <translation>benötigt einen Grund wie „stop“</translation>
    </message>
    <message>
        <source>it ended with &quot;%1&quot;</source>
        <translation>endete mit „%1“</translation>
    </message>
    <message>
        <source>it needs a pattern</source>
        <translation>benötigt ein Muster</translation>
    </message>
    <message>
        <source>scripts cannot be run</source>
        <translation>Skripte können nicht ausgeführt werden</translation>
    </message>
    <message>
        <source>the pattern could not be run: %1</source>
        <translation>das Muster konnte nicht angewendet werden: %1</translation>
    </message>
    <message>
        <source>the output matches %1</source>
        <translation>die Ausgabe passt auf %1</translation>
    </message>
    <message>
        <source>the output does not match %1</source>
        <translation>die Ausgabe passt nicht auf %1</translation>
    </message>
    <message>
        <source>it needs a number of characters</source>
        <translation>benötigt eine Anzahl von Zeichen</translation>
    </message>
    <message numerus="yes">
        <source>the output has %Ln character(s)</source>
        <translation>
            <numerusform>die Ausgabe hat %Ln Zeichen</numerusform>
            <numerusform>die Ausgabe hat %Ln Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>it needs a list of words</source>
        <translation>benötigt eine Liste von Wörtern</translation>
    </message>
    <message>
        <source>no forbidden word was found</source>
        <translation>es wurde kein verbotenes Wort gefunden</translation>
    </message>
    <message>
        <source>forbidden: %1</source>
        <translation>verboten: %1</translation>
    </message>
    <message>
        <source>it needs a value</source>
        <translation>benötigt einen Wert</translation>
    </message>
    <message>
        <source>the output is the expected text</source>
        <translation>die Ausgabe ist der erwartete Text</translation>
    </message>
    <message>
        <source>the output is not %1</source>
        <translation>die Ausgabe ist nicht %1</translation>
    </message>
    <message>
        <source>the output is not JSON</source>
        <translation>die Ausgabe ist kein JSON</translation>
    </message>
    <message>
        <source>the output is the expected JSON</source>
        <translation>die Ausgabe ist das erwartete JSON</translation>
    </message>
    <message>
        <source>the output is different JSON</source>
        <translation>die Ausgabe ist ein anderes JSON</translation>
    </message>
    <message>
        <source>it needs a text that is not empty</source>
        <translation>benötigt einen nicht leeren Text</translation>
    </message>
    <message>
        <source>the text %1 was found</source>
        <translation>der Text %1 wurde gefunden</translation>
    </message>
    <message>
        <source>the text %1 was not found</source>
        <translation>der Text %1 wurde nicht gefunden</translation>
    </message>
    <message>
        <source>the output begins with %1</source>
        <translation>die Ausgabe beginnt mit %1</translation>
    </message>
    <message>
        <source>the output does not begin with %1</source>
        <translation>die Ausgabe beginnt nicht mit %1</translation>
    </message>
    <message>
        <source>the output ends with %1</source>
        <translation>die Ausgabe endet mit %1</translation>
    </message>
    <message>
        <source>the output does not end with %1</source>
        <translation>die Ausgabe endet nicht mit %1</translation>
    </message>
    <message numerus="yes">
        <source>the output is more than %n edit(s) away from the text</source>
        <translation>
            <numerusform>die Ausgabe ist mehr als %n Änderung vom Text entfernt</numerusform>
            <numerusform>die Ausgabe ist mehr als %n Änderungen vom Text entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the output is %n edit(s) away from the text</source>
        <translation>
            <numerusform>die Ausgabe ist %n Änderung vom Text entfernt</numerusform>
            <numerusform>die Ausgabe ist %n Änderungen vom Text entfernt</numerusform>
        </translation>
    </message>
    <message>
        <source>the schema refers to itself</source>
        <translation>das Schema verweist auf sich selbst</translation>
    </message>
    <message>
        <source>the schema is nested too deep, or refers to itself</source>
        <translation>das Schema ist zu tief verschachtelt oder verweist auf sich selbst</translation>
    </message>
    <message>
        <source>the schema takes too long: %1</source>
        <translation>das Schema braucht zu lange: %1</translation>
    </message>
    <message>
        <source>it failed: %1</source>
        <translation>sie ist fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>it failed</source>
        <translation>sie ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>a model is asked for it when the cell is run</source>
        <translation>ein Modell wird danach gefragt, wenn die Zelle ausgeführt wird</translation>
    </message>
    <message>
        <source>it needs a text that says what is asked for</source>
        <translation>sie braucht einen Text, der sagt, was verlangt ist</translation>
    </message>
    <message>
        <source>the judge&apos;s reply could not be read: %1</source>
        <translation>die Antwort des Bewerters konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>the judge&apos;s score of %1 is not between 0 and %2</source>
        <translation>die Punktzahl %1 des Bewerters liegt nicht zwischen 0 und %2</translation>
    </message>
    <message>
        <source>the answer says a part of the reference</source>
        <translation>die Antwort sagt einen Teil der Referenz</translation>
    </message>
    <message>
        <source>the answer says all of the reference and more</source>
        <translation>die Antwort sagt die ganze Referenz und mehr</translation>
    </message>
    <message>
        <source>the answer says the same as the reference</source>
        <translation>die Antwort sagt dasselbe wie die Referenz</translation>
    </message>
    <message>
        <source>the answer contradicts the reference</source>
        <translation>die Antwort widerspricht der Referenz</translation>
    </message>
    <message>
        <source>the answer differs from the reference, but not in what matters</source>
        <translation>die Antwort weicht von der Referenz ab, aber nicht im Wesentlichen</translation>
    </message>
    <message>
        <source>it needs a script</source>
        <translation>sie braucht ein Skript</translation>
    </message>
    <message>
        <source>the script failed in line %1: %2</source>
        <translation>das Skript schlug in Zeile %1 fehl: %2</translation>
    </message>
    <message>
        <source>the script failed: %1</source>
        <translation>das Skript schlug fehl: %1</translation>
    </message>
    <message>
        <source>it was stopped before it ran</source>
        <translation>sie wurde angehalten, bevor sie lief</translation>
    </message>
    <message>
        <source>the judge&apos;s reply was empty</source>
        <translation>die Antwort des Bewerters war leer</translation>
    </message>
    <message>
        <source>the script returned true</source>
        <translation>das Skript lieferte true</translation>
    </message>
    <message>
        <source>the script returned false</source>
        <translation>das Skript lieferte false</translation>
    </message>
    <message>
        <source>the script returned %1</source>
        <translation>das Skript lieferte %1</translation>
    </message>
    <message>
        <source>the script returned neither true or false, a number, nor an object with &quot;pass&quot;</source>
        <translation>das Skript lieferte weder true oder false noch eine Zahl noch ein Objekt mit „pass“</translation>
    </message>
    <message>
        <source>its checks have not been carried out</source>
        <translation>ihre Prüfungen wurden nicht ausgeführt</translation>
    </message>
    <message>
        <source>its script returns a verdict, not a value to compare with</source>
        <translation>ihr Skript liefert ein Urteil, keinen Vergleichswert</translation>
    </message>
    <message>
        <source>its &quot;transform&quot; is no script in JavaScript</source>
        <translation>„transform“ der Prüfung ist kein JavaScript-Skript</translation>
    </message>
    <message>
        <source>its &quot;transform&quot; returned nothing</source>
        <translation>„transform“ der Prüfung lieferte nichts</translation>
    </message>
    <message>
        <source>the output is empty, which counts as a refusal</source>
        <translation>die Ausgabe ist leer, was als Ablehnung zählt</translation>
    </message>
    <message>
        <source>the output is a refusal</source>
        <translation>die Ausgabe ist eine Ablehnung</translation>
    </message>
    <message>
        <source>the output is no refusal</source>
        <translation>die Ausgabe ist keine Ablehnung</translation>
    </message>
    <message>
        <source>it needs the names of tools</source>
        <translation>benötigt die Namen von Werkzeugen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>the score is %1; called: %2</source>
        <translation>die Punktzahl ist %1; aufgerufen: %2</translation>
    </message>
    <message>
        <source>it needs a list of labels</source>
        <translation>benötigt eine Liste von Klassen</translation>
    </message>
    <message>
        <source>the label is %1</source>
        <translation>die Klasse ist %1</translation>
    </message>
    <message>
        <source>%1 is none of the labels</source>
        <translation>%1 ist keine der Klassen</translation>
    </message>
    <message>
        <source>%1 is no kind of personal data; there are: %2</source>
        <translation>%1 ist keine Art personenbezogener Daten; es gibt: %2</translation>
    </message>
    <message>
        <source>no personal data was found</source>
        <translation>es wurden keine personenbezogenen Daten gefunden</translation>
    </message>
    <message>
        <source>personal data was found: %1</source>
        <translation>es wurden personenbezogene Daten gefunden: %1</translation>
    </message>
    <message>
        <source>it needs a number</source>
        <translation>benötigt eine Zahl</translation>
    </message>
    <message>
        <source>there is no number in the output</source>
        <translation>in der Ausgabe ist keine Zahl</translation>
    </message>
    <message>
        <source>the number is %1, the difference %2</source>
        <translation>die Zahl ist %1, die Abweichung %2</translation>
    </message>
    <message>
        <source>it needs a threshold</source>
        <translation>benötigt einen Schwellenwert</translation>
    </message>
    <message>
        <source>there are no words</source>
        <translation>es gibt keine Wörter</translation>
    </message>
    <message>
        <source>the reading ease is %1</source>
        <translation>die Lesbarkeit ist %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a check, what it found</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>all of its checks passed</source>
        <translation>alle ihre Prüfungen sind bestanden</translation>
    </message>
    <message>
        <source>the score is %1, the threshold %2</source>
        <translation>die Punktzahl ist %1, der Schwellenwert %2</translation>
    </message>
    <message>
        <source>a check was not carried out: %1</source>
        <translation>eine Prüfung wurde nicht ausgeführt: %1</translation>
    </message>
    <message>
        <source>the scoring function returned no object with &quot;pass&quot; and &quot;score&quot;</source>
        <translation>die Bewertungsfunktion lieferte kein Objekt mit „pass“ und „score“</translation>
    </message>
    <message>
        <source>the scoring function gave %1</source>
        <translation>die Bewertungsfunktion ergab %1</translation>
    </message>
    <message>
        <source>only scoring functions in JavaScript are run</source>
        <translation>nur Bewertungsfunktionen in JavaScript werden ausgeführt</translation>
    </message>
    <message>
        <source>the output is empty</source>
        <translation>die Ausgabe ist leer</translation>
    </message>
    <message>
        <source>the output is too long</source>
        <translation>die Ausgabe ist zu lang</translation>
    </message>
    <message>
        <source>the output is XML, not HTML</source>
        <translation>die Ausgabe ist XML, nicht HTML</translation>
    </message>
    <message>
        <source>there is text outside of HTML elements</source>
        <translation>es gibt Text außerhalb von HTML-Elementen</translation>
    </message>
    <message>
        <source>there is no HTML element</source>
        <translation>es gibt kein HTML-Element</translation>
    </message>
    <message>
        <source>definitions in a document (DTD) are not supported</source>
        <translation>Definitionen in einem Dokument (DTD) werden nicht unterstützt</translation>
    </message>
    <message>
        <source>it is not XML: %1 (line %2)</source>
        <translation>es ist kein XML: %1 (Zeile %2)</translation>
    </message>
    <message>
        <source>elements are missing: %1</source>
        <translation>es fehlen Elemente: %1</translation>
    </message>
    <message>
        <source>the query takes too long: %1</source>
        <translation>die Abfrage dauert zu lange: %1</translation>
    </message>
    <message>
        <source>the query cannot be used: %1</source>
        <translation>die Abfrage ist nicht verwendbar: %1</translation>
    </message>
    <message>
        <source>it needs the paths of elements, or nothing</source>
        <translation>benötigt die Pfade von Elementen, oder nichts</translation>
    </message>
    <message>
        <source>the output is XML</source>
        <translation>die Ausgabe ist XML</translation>
    </message>
    <message>
        <source>the output contains XML</source>
        <translation>die Ausgabe enthält XML</translation>
    </message>
    <message>
        <source>the output contains no XML</source>
        <translation>die Ausgabe enthält kein XML</translation>
    </message>
    <message>
        <source>the output contains no XML with these elements</source>
        <translation>die Ausgabe enthält kein XML mit diesen Elementen</translation>
    </message>
    <message>
        <source>the output is HTML</source>
        <translation>die Ausgabe ist HTML</translation>
    </message>
    <message>
        <source>the output contains HTML</source>
        <translation>die Ausgabe enthält HTML</translation>
    </message>
    <message>
        <source>the output contains no HTML</source>
        <translation>die Ausgabe enthält kein HTML</translation>
    </message>
    <message>
        <source>an echo has no finish reason</source>
        <translation>ein Echo hat keinen Endegrund</translation>
    </message>
    <message>
        <source>the probabilities of the tokens are not known</source>
        <translation>die Wahrscheinlichkeiten der Tokens sind nicht bekannt</translation>
    </message>
    <message>
        <source>the perplexity is %1</source>
        <translation>die Perplexität ist %1</translation>
    </message>
    <message>
        <source>the endpoint withheld the answer</source>
        <translation>der Endpunkt hielt die Antwort zurück</translation>
    </message>
    <message>
        <source>the endpoint let the answer pass</source>
        <translation>der Endpunkt ließ die Antwort durch</translation>
    </message>
    <message>
        <source>it needs a text or a list of texts</source>
        <translation>benötigt einen Text oder eine Liste von Texten</translation>
    </message>
    <message>
        <source>it needs a query</source>
        <translation>benötigt eine Abfrage</translation>
    </message>
    <message>
        <source>%1 finds %2</source>
        <translation>%1 findet %2</translation>
    </message>
    <message>
        <source>only scripts in JavaScript are run</source>
        <translation>nur Skripte in JavaScript werden ausgeführt</translation>
    </message>
    <message>
        <source>the script %1 was not read</source>
        <translation>das Skript %1 wurde nicht gelesen</translation>
    </message>
    <message>
        <source>it needs a map with databaseType, allowedTables or allowedColumns, or nothing</source>
        <translation>benötigt eine Map mit databaseType, allowedTables oder allowedColumns, oder nichts</translation>
    </message>
    <message>
        <source>the output is not SQL: %1</source>
        <translation>die Ausgabe ist kein SQL: %1</translation>
    </message>
    <message>
        <source>which tables and columns it names is not known</source>
        <translation>welche Tabellen und Spalten sie nennt, ist nicht bekannt</translation>
    </message>
    <message>
        <source>it names %1, which is not allowed</source>
        <translation>sie nennt %1, was nicht erlaubt ist</translation>
    </message>
    <message>
        <source>the output is SQL</source>
        <translation>die Ausgabe ist SQL</translation>
    </message>
    <message>
        <source>there is no statement</source>
        <translation>es gibt keine Anweisung</translation>
    </message>
    <message>
        <source>a quotation mark or bracket is not closed</source>
        <translation>ein Anführungszeichen oder eine Klammer ist nicht geschlossen</translation>
    </message>
    <message>
        <source>no statement begins with &quot;%1&quot;</source>
        <translation>keine Anweisung beginnt mit „%1“</translation>
    </message>
    <message>
        <source>%1 statements are not read by this version</source>
        <translation>Anweisungen mit %1 liest diese Version nicht</translation>
    </message>
    <message>
        <source>there is something missing or too much at %1</source>
        <translation>bei %1 fehlt etwas oder ist etwas zu viel</translation>
    </message>
    <message>
        <source>The transform failed: %1</source>
        <translation>Die Umwandlung schlug fehl: %1</translation>
    </message>
    <message>
        <source>it compares all answers to a case when they are asked; running the case does that</source>
        <translation>sie vergleicht alle Antworten auf einen Fall, wenn sie angefragt werden; das Ausführen des Falls tut das</translation>
    </message>
    <message>
        <source>the answer is empty, and nothing has no embedding</source>
        <translation>die Antwort ist leer, und für nichts gibt es kein Embedding</translation>
    </message>
    <message>
        <source>the endpoint gave no embeddings</source>
        <translation>der Endpunkt gab keine Embeddings zurück</translation>
    </message>
    <message>
        <source>the embeddings cannot be compared</source>
        <translation>die Embeddings lassen sich nicht vergleichen</translation>
    </message>
    <message>
        <source>the relevance is %1, the threshold %2</source>
        <translation>die Relevanz ist %1, der Schwellenwert %2</translation>
    </message>
    <message>
        <source>there is only one answer to the case, so there is nothing to compare it with</source>
        <translation>es gibt nur eine Antwort auf den Fall, also nichts, womit sie verglichen werden kann</translation>
    </message>
    <message>
        <source>it needs at least one other check, whose scores it compares</source>
        <translation>benötigt mindestens eine andere Prüfung, deren Punktzahlen sie vergleicht</translation>
    </message>
    <message>
        <source>an answer to the case has no score yet to compare</source>
        <translation>eine Antwort auf den Fall hat noch keine Punktzahl zum Vergleichen</translation>
    </message>
    <message>
        <source>it has the highest score, %1</source>
        <translation>sie hat die höchste Punktzahl, %1</translation>
    </message>
    <message>
        <source>its score is %1, the highest is %2</source>
        <translation>ihre Punktzahl ist %1, die höchste ist %2</translation>
    </message>
    <message>
        <source>its score of %1 is the highest, but below %2</source>
        <translation>ihre Punktzahl %1 ist die höchste, liegt aber unter %2</translation>
    </message>
    <message>
        <source>it was chosen as the best: %1</source>
        <translation>sie wurde als beste gewählt: %1</translation>
    </message>
    <message>
        <source>another answer was chosen as the best: %1</source>
        <translation>eine andere Antwort wurde als beste gewählt: %1</translation>
    </message>
    <message>
        <source>the judge chose the answer number %1, and there are those from 0 to %2</source>
        <translation>der Bewerter wählte die Antwort Nummer %1, und es gibt die von 0 bis %2</translation>
    </message>
    <message>
        <source>it needs a text, or a list of texts, to compare with</source>
        <translation>benötigt einen Text oder eine Liste von Texten zum Vergleichen</translation>
    </message>
    <message>
        <source>the distance is %1, the threshold %2</source>
        <translation>der Abstand ist %1, der Schwellenwert %2</translation>
    </message>
    <message>
        <source>the similarity is %1, the threshold %2</source>
        <translation>die Ähnlichkeit ist %1, der Schwellenwert %2</translation>
    </message>
    <message>
        <source>the threshold is %1</source>
        <translation>die Schwelle ist %1</translation>
    </message>
    <message>
        <source>its &quot;contextTransform&quot; failed: %1</source>
        <translation>sein „contextTransform“ ist gescheitert: %1</translation>
    </message>
    <message>
        <source>it needs a variable &quot;context&quot;, or a &quot;contextTransform&quot;</source>
        <translation>sie braucht eine Variable „context“ oder ein „contextTransform“</translation>
    </message>
    <message>
        <source>it needs a variable &quot;query&quot; with the question</source>
        <translation>sie braucht eine Variable „query“ mit der Frage</translation>
    </message>
    <message>
        <source>it needs a text that says what is expected</source>
        <translation>sie braucht einen Text, der sagt, was erwartet wird</translation>
    </message>
    <message>
        <source>the context says %1 of %2 sentences</source>
        <translation>der Kontext sagt %1 von %2 Sätzen</translation>
    </message>
    <message>
        <source>the question needs %1 of %2 parts of the context</source>
        <translation>die Frage braucht %1 von %2 Teilen des Kontexts</translation>
    </message>
    <message>
        <source>the answer is empty, and says nothing that could be supported</source>
        <translation>die Antwort ist leer und sagt nichts, was gestützt werden könnte</translation>
    </message>
    <message>
        <source>the context supports %1 of %2 statements</source>
        <translation>der Kontext stützt %1 von %2 Aussagen</translation>
    </message>
    <message>
        <source>%1 of %2 answers fit what was said before them</source>
        <translation>%1 von %2 Antworten passen zu dem, was vor ihnen gesagt wurde</translation>
    </message>
    <message>
        <source>the answer calls no tool</source>
        <translation>die Antwort ruft kein Werkzeug auf</translation>
    </message>
    <message>
        <source>the model calls a tool, but its provider has no &quot;tools&quot; in its &quot;config&quot;</source>
        <translation>das Modell ruft ein Werkzeug auf, aber sein Anbieter hat keine „tools“ in seiner „config“</translation>
    </message>
    <message>
        <source>the model calls tools that there are, with arguments that follow their schemas</source>
        <translation>das Modell ruft Werkzeuge auf, die es gibt, mit Argumenten nach deren Schemata</translation>
    </message>
    <message>
        <source>there is no tool %1</source>
        <translation>es gibt kein Werkzeug %1</translation>
    </message>
    <message>
        <source>the arguments of %1 are no JSON</source>
        <translation>die Argumente von %1 sind kein JSON</translation>
    </message>
    <message>
        <source>%1 takes no arguments</source>
        <translation>%1 nimmt keine Argumente</translation>
    </message>
    <message>
        <source>the arguments of %1 do not follow its schema at %2</source>
        <translation>die Argumente von %1 folgen bei %2 nicht seinem Schema</translation>
    </message>
    <message>
        <source>the answer is empty, and nothing has no label</source>
        <translation>die Antwort ist leer, und nichts hat kein Label</translation>
    </message>
    <message>
        <source>it needs one label, or none for the likeliest</source>
        <translation>es braucht ein Label, oder keines für das wahrscheinlichste</translation>
    </message>
    <message>
        <source>the endpoint&apos;s reply could not be read: %1</source>
        <translation>die Antwort des Endpunkts war nicht lesbar: %1</translation>
    </message>
    <message>
        <source>the label “%1” has a score of %2, the threshold is %3</source>
        <translation>das Label „%1“ hat %2 Punkte, die Schwelle ist %3</translation>
    </message>
    <message>
        <source>its &quot;rubricPrompt&quot; was not read: %1</source>
        <translation>sein „rubricPrompt“ wurde nicht gelesen: %1</translation>
    </message>
    <message>
        <source>the answer is empty, and nothing in it can be flagged</source>
        <translation>die Antwort ist leer, und nichts darin kann beanstandet werden</translation>
    </message>
    <message>
        <source>it needs a list of categories, or none for all of them</source>
        <translation>es braucht eine Liste von Kategorien, oder keine für alle</translation>
    </message>
    <message>
        <source>flagged: %1</source>
        <translation>beanstandet: %1</translation>
    </message>
    <message>
        <source>nothing of what counts is flagged; besides it: %1</source>
        <translation>nichts von dem, was zählt, ist beanstandet; daneben: %1</translation>
    </message>
    <message>
        <source>nothing is flagged</source>
        <translation>nichts ist beanstandet</translation>
    </message>
    <message>
        <source>a script has no finish reason</source>
        <translation>ein Skript hat keinen Endgrund</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>must be a number from %1</source>
        <translation>muss eine Zahl ab %1 sein</translation>
    </message>
    <message>
        <source>must be a number from %1 to %2</source>
        <translation>muss eine Zahl von %1 bis %2 sein</translation>
    </message>
    <message>
        <source>must be a whole number from %1 to %2</source>
        <translation>muss eine ganze Zahl von %1 bis %2 sein</translation>
    </message>
    <message>
        <source>Write JSON to standard output</source>
        <translation>JSON auf die Standardausgabe schreiben</translation>
    </message>
    <message>
        <source>%1: the file extension selects the format; known are %2</source>
        <translation>%1: Die Endung bestimmt das Format; bekannt sind %2</translation>
    </message>
    <message>
        <source>Tempera, a workbench for prompts. Without a command it opens its window.</source>
        <translation>Tempera, eine Werkbank für Prompts. Ohne Befehl wird das Fenster geöffnet.</translation>
    </message>
    <message>
        <source>Show the version and exit</source>
        <translation>Version anzeigen und beenden</translation>
    </message>
    <message>
        <source>Show this help and exit</source>
        <translation>Diese Hilfe anzeigen und beenden</translation>
    </message>
    <message>
        <source>Run an experiment and show its variants side by side</source>
        <translation>Ein Experiment ausführen und seine Varianten nebeneinander anzeigen</translation>
    </message>
    <message>
        <source>The experiment, YAML or JSON in promptfoo&apos;s schema</source>
        <translation>Das Experiment, YAML oder JSON im Schema von promptfoo</translation>
    </message>
    <message>
        <source>Cells running at the same time</source>
        <translation>Anzahl gleichzeitig laufender Zellen</translation>
    </message>
    <message>
        <source>Repeats of each cell</source>
        <translation>Wiederholungen jeder Zelle</translation>
    </message>
    <message>
        <source>Run the cases whose description or variables match</source>
        <translation>Nur Fälle ausführen, deren Beschreibung oder Variablen passen</translation>
    </message>
    <message>
        <source>Answer one prompt, streamed as it comes</source>
        <translation>Einen Prompt beantworten, fortlaufend ausgegeben</translation>
    </message>
    <message>
        <source>local:NAME, local:FILE.gguf, openai:chat:NAME, …; default local:tempera-mini</source>
        <translation>local:NAME, local:FILE.gguf, openai:chat:NAME, …; Standard: local:tempera-mini</translation>
    </message>
    <message>
        <source>System message</source>
        <translation>Systemnachricht</translation>
    </message>
    <message>
        <source>0 always takes the most probable token</source>
        <translation>0 nimmt immer das wahrscheinlichste Token</translation>
    </message>
    <message>
        <source>Keep the K most probable tokens; 0 = all</source>
        <translation>Die K besten behalten; 0 = alle</translation>
    </message>
    <message>
        <source>Keep the most probable tokens up to this total probability</source>
        <translation>Die besten bis zu dieser Wahrscheinlichkeit behalten</translation>
    </message>
    <message>
        <source>Keep tokens with at least this share of the best one&apos;s probability</source>
        <translation>Behalten, was diesen Anteil der Wahrscheinlichkeit des besten erreicht</translation>
    </message>
    <message>
        <source>Penalty for recent tokens; 1 = off</source>
        <translation>Die Chancen jüngst verwendeter Tokens teilen; 1 = aus</translation>
    </message>
    <message>
        <source>Stop before this text; can be repeated</source>
        <translation>Vor diesem Text aufhören; für weitere mehrfach angeben</translation>
    </message>
    <message>
        <source>Continue the text itself, without a chat template</source>
        <translation>Den Text selbst fortsetzen, ohne Chat-Vorlage</translation>
    </message>
    <message>
        <source>The prompt; - or nothing reads standard input</source>
        <translation>Der Prompt; - oder keine Angabe liest die Standardeingabe</translation>
    </message>
    <message>
        <source>Count the tokens of a text</source>
        <translation>Die Tokens eines Textes zählen</translation>
    </message>
    <message>
        <source>o200k_base (default), cl100k_base, or a model</source>
        <translation>o200k_base (Standard), cl100k_base oder ein Modell</translation>
    </message>
    <message>
        <source>Write the token ids on one line instead of the count</source>
        <translation>Statt der Anzahl die IDs in einer Zeile ausgeben</translation>
    </message>
    <message>
        <source>The text; - or nothing reads standard input</source>
        <translation>Der Text; - oder keine Angabe liest die Standardeingabe</translation>
    </message>
    <message>
        <source>Estimate what requests to models would cost</source>
        <translation>Was Anfragen an Modelle kosten würden</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Was eingegeben wird</translation>
    </message>
    <message>
        <source>Input tokens of one request</source>
        <translation>Eingabetokens einer Anfrage</translation>
    </message>
    <message>
        <source>The available models</source>
        <translation>Die verfügbaren Modelle</translation>
    </message>
    <message>
        <source>Local models, and hosted ones with limits and prices</source>
        <translation>Lokale Modelle sowie gehostete mit Limits und Preisen</translation>
    </message>
    <message>
        <source>Runs in the ledger</source>
        <translation>Läufe im Hauptbuch</translation>
    </message>
    <message>
        <source>The newest runs</source>
        <translation>Die neuesten Läufe</translation>
    </message>
    <message>
        <source>At most this many; default 20</source>
        <translation>Höchstens so viele; Standard: 20</translation>
    </message>
    <message>
        <source>A run side by side</source>
        <translation>Einen Lauf nebeneinander anzeigen</translation>
    </message>
    <message>
        <source>Its id or the beginning of it; the newest if omitted</source>
        <translation>Die ID oder ihr Anfang; ohne Angabe der neueste</translation>
    </message>
    <message>
        <source>%1: no such command; the commands are %2.</source>
        <translation>%1: Diesen Befehl gibt es nicht; verfügbar sind %2.</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>not evaluated</source>
        <translation>nicht ausgewertet</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>first token</source>
        <translation>erstes Token</translation>
    </message>
    <message>
        <source>speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source> tokens/s</source>
        <translation> Tokens/s</translation>
    </message>
    <message>
        <source>case</source>
        <translation>Fall</translation>
    </message>
    <message>
        <source>… %1 more</source>
        <translation>… %1 weitere</translation>
    </message>
    <message>
        <source>%1 passed</source>
        <translation>%1 bestanden</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 nicht bestanden</translation>
    </message>
    <message>
        <source>%1 not evaluated</source>
        <translation>%1 nicht ausgewertet</translation>
    </message>
    <message>
        <source>%1 stopped</source>
        <translation>%1 gestoppt</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>tokens in</source>
        <translation>Tokens ein</translation>
    </message>
    <message>
        <source>out</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>$/M in</source>
        <translation>$/M ein</translation>
    </message>
    <message>
        <source>$/M out</source>
        <translation>$/M aus</translation>
    </message>
    <message>
        <source>as of</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Only the input is counted; --output-tokens adds the answers.</source>
        <translation>Nur die Eingabe ist gezählt; --output-tokens nimmt die Antworten hinzu.</translation>
    </message>
    <message>
        <source>%1: its price is not in the catalog, so its cost is unknown.</source>
        <translation>%1: Der Preis steht nicht im Katalog, daher sind die Kosten unbekannt.</translation>
    </message>
    <message>
        <source>%1 Trying again in %2 s (%3).</source>
        <translation>%1 Neuer Versuch in %2 s (%3).</translation>
    </message>
    <message>
        <source>loading %1 … %2 %</source>
        <translation>%1 wird geladen … %2 %</translation>
    </message>
    <message>
        <source>There are no runs yet.</source>
        <translation>Es gibt noch keine Läufe.</translation>
    </message>
    <message>
        <source>run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>started</source>
        <translation>gestartet</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>nicht bestanden</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>The ledger has no such run; `tempera history list` shows them.</source>
        <translation>Das Hauptbuch enthält keinen solchen Lauf; `tempera history list` zeigt die vorhandenen.</translation>
    </message>
    <message>
        <source>More than one run id begins like this.</source>
        <translation>Mehr als ein Lauf beginnt so.</translation>
    </message>
    <message>
        <source>local model</source>
        <translation>lokales Modell</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>hosted model</source>
        <translation>gehostetes Modell</translation>
    </message>
    <message>
        <source>context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>max out</source>
        <translation>max. aus</translation>
    </message>
    <message>
        <source>Any other model of an endpoint can be used too; its price is then unknown.</source>
        <translation>Auch jedes andere Modell eines Endpunkts kann verwendet werden; sein Preis ist dann unbekannt.</translation>
    </message>
    <message>
        <source>%1 (warning)</source>
        <translation>%1 (Warnung)</translation>
    </message>
    <message>
        <source>%1 cells/s</source>
        <translation>%1 Zellen/s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>The tokenizer of this model is not published, so there are no ids.</source>
        <translation>Der Tokenizer dieses Modells ist nicht veröffentlicht, daher gibt es keine IDs.</translation>
    </message>
    <message>
        <source>--ids works with o200k_base, cl100k_base and the models that use them.</source>
        <translation>--ids funktioniert mit o200k_base, cl100k_base und den Modellen, die sie verwenden.</translation>
    </message>
    <message>
        <source>tokens by %1, exact</source>
        <translation>Tokens nach %1, exakt</translation>
    </message>
    <message>
        <source>an estimate by %1; the tokenizer of %2 is not published</source>
        <translation>eine Schätzung nach %1; der Tokenizer von %2 ist nicht veröffentlicht</translation>
    </message>
    <message>
        <source>Local models: identical requests get bit-identical answers; slower</source>
        <translation>Lokale Modelle: gleiche Anfragen ergeben bis aufs letzte Bit gleiche Antworten; langsamer</translation>
    </message>
    <message>
        <source>Generate nothing; print the probability of each of these labels (a, b, c) as the answer</source>
        <translation>Nichts schreiben; sagen, wie wahrscheinlich jede dieser Klassen (a, b, c) als Antwort ist</translation>
    </message>
    <message>
        <source>Generate nothing; print the probability of this text as the answer, token by token</source>
        <translation>Nichts schreiben; Token für Token sagen, wie wahrscheinlich dieser Text als Antwort ist</translation>
    </message>
    <message>
        <source>A name or a file</source>
        <translation>Ein Name oder eine Datei</translation>
    </message>
    <message>
        <source>A model file&apos;s metadata and its hash</source>
        <translation>Was eine Modelldatei von sich sagt, und ihre Prüfsumme</translation>
    </message>
    <message>
        <source>A GGUF file, or a folder of them</source>
        <translation>Eine GGUF-Datei oder ein Ordner mit solchen</translation>
    </message>
    <message>
        <source>Add a file or a folder to the library</source>
        <translation>Eine Datei oder einen Ordner in die Bibliothek aufnehmen</translation>
    </message>
    <message>
        <source>The name or path of what was added</source>
        <translation>Name oder Pfad dessen, was aufgenommen wurde</translation>
    </message>
    <message>
        <source>Remove a file or a folder from the library; the files stay</source>
        <translation>Eine Datei oder einen Ordner aus der Bibliothek nehmen; die Dateien bleiben</translation>
    </message>
    <message>
        <source>%1 is in the library.</source>
        <translation>%1 ist in der Bibliothek.</translation>
    </message>
    <message>
        <source>%1 is no longer in the library; the file is where it was.</source>
        <translation>%1 ist nicht mehr in der Bibliothek; die Datei liegt, wo sie war.</translation>
    </message>
    <message>
        <source>Dynamic temperature: vary it by up to this with the entropy</source>
        <translation>Die Temperatur um so viel mit der Entropie wandern lassen</translation>
    </message>
    <message>
        <source>Exponent of that mapping from the entropy; 1 = linear</source>
        <translation>Wie die Entropie auf diesen Bereich abgebildet wird; 1 = linear</translation>
    </message>
    <message>
        <source>Typical sampling: keep typically surprising tokens up to this total probability</source>
        <translation>Behalten, was so überraschend ist wie üblich, bis zu dieser Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Keep logits within N standard deviations of the best</source>
        <translation>Logits innerhalb von N Standardabweichungen vom besten behalten</translation>
    </message>
    <message>
        <source>How often XTC removes the top choices</source>
        <translation>Wie oft XTC die besten Möglichkeiten auslässt</translation>
    </message>
    <message>
        <source>XTC removes tokens above this probability</source>
        <translation>XTC lässt aus, was über dieser Wahrscheinlichkeit liegt</translation>
    </message>
    <message>
        <source>How many tokens count as recent; -1 = all</source>
        <translation>So viele Tokens gelten als eben benutzt; -1 = alle</translation>
    </message>
    <message>
        <source>Lower a token&apos;s logit for each recent use</source>
        <translation>Ein Token für jede Benutzung eben senken</translation>
    </message>
    <message>
        <source>Lower the logit of a recently used token</source>
        <translation>Ein benutztes Token senken</translation>
    </message>
    <message>
        <source>DRY: penalty for continuing a repeated passage; 0 = off</source>
        <translation>Senken, was eine wiederholte Stelle fortsetzt; 0 = aus</translation>
    </message>
    <message>
        <source>Growth of that penalty with each repeated token</source>
        <translation>Wachstum dieser Strafe mit jedem wiederholten Token</translation>
    </message>
    <message>
        <source>Passages up to this many tokens may be repeated</source>
        <translation>Stellen mit so vielen Tokens dürfen sich wiederholen</translation>
    </message>
    <message>
        <source>How many tokens are searched for repeated passages; -1 = all</source>
        <translation>In so vielen Tokens wird nach Stellen gesucht; -1 = in allen</translation>
    </message>
    <message>
        <source>Version of Mirostat; 0 = off</source>
        <translation>Version von Mirostat; 0 = aus</translation>
    </message>
    <message>
        <source>Surprise that Mirostat aims for, in bits</source>
        <translation>Die Überraschung, die Mirostat anstrebt, in Bit</translation>
    </message>
    <message>
        <source>Learning rate of Mirostat</source>
        <translation>Wie schnell Mirostat dorthin kommt</translation>
    </message>
    <message>
        <source>there is no sampler &quot;%1&quot;</source>
        <translation>es gibt keinen Sampler „%1“</translation>
    </message>
    <message>
        <source>The samplers in their order, for example &quot;top_k;temperature&quot;</source>
        <translation>Die Sampler in ihrer Reihenfolge, zum Beispiel &quot;top_k;temperature&quot;</translation>
    </message>
    <message>
        <source>must be ID=NUMBER or TEXT=NUMBER; &quot;never&quot; as the number bans it</source>
        <translation>wird als ID=ZAHL oder TEXT=ZAHL geschrieben; &quot;never&quot; statt einer Zahl verbietet es</translation>
    </message>
    <message>
        <source>A repeated passage ends at this text; can be repeated</source>
        <translation>Eine wiederholte Stelle endet an diesem Text; mehrfach für mehrere</translation>
    </message>
    <message>
        <source>Add to the logit of a token (its id or a text), or &quot;never&quot; to ban it; can be repeated</source>
        <translation>Zum Logit eines Tokens (seine Nummer oder ein Text) hinzuzählen, oder &quot;never&quot;; mehrfach für mehrere</translation>
    </message>
    <message>
        <source>The answer follows the grammar (GBNF) in this file</source>
        <translation>Die Antwort folgt der Grammatik (GBNF) in dieser Datei</translation>
    </message>
    <message>
        <source>The answer is JSON that follows the schema in this file</source>
        <translation>Die Antwort ist JSON nach dem Schema in dieser Datei</translation>
    </message>
    <message>
        <source>Only local models can score a given text.</source>
        <translation>Nur lokale Modelle sagen, wie wahrscheinlich ein gegebener Text ist.</translation>
    </message>
    <message>
        <source>Use --labels or --score-text, not both.</source>
        <translation>Verwenden Sie --labels oder --score-text, nicht beides.</translation>
    </message>
    <message>
        <source>--labels needs at least two labels, separated by commas.</source>
        <translation>--labels braucht mindestens zwei Klassen, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>--score-text needs a text.</source>
        <translation>--score-text braucht einen Text.</translation>
    </message>
    <message>
        <source>(none of them)</source>
        <translation>(keine davon)</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>More spellings exist than were summed: the probabilities are lower bounds.</source>
        <translation>Es gibt mehr Schreibweisen, als summiert wurden: Die Wahrscheinlichkeiten sind untere Grenzen.</translation>
    </message>
    <message>
        <source>token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>log-probability %1, perplexity %2
</source>
        <translation>Log-Wahrscheinlichkeit %1, Perplexität %2
</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>standard error</source>
        <translation>Fehlerausgabe</translation>
    </message>
    <message>
        <source>standard output</source>
        <translation>Standardausgabe</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>kann nicht benutzt werden</translation>
    </message>
    <message>
        <source>Stop after this many tokens; -1 = no limit other than the context</source>
        <translation>Nach so vielen Token enden; -1 = keine Grenze außer dem Kontext</translation>
    </message>
    <message>
        <source>at least %1 left</source>
        <translation>noch mindestens %1</translation>
    </message>
    <message>
        <source>Do not store the run; works without a usable ledger</source>
        <translation>Den Lauf nicht aufheben; auch dort, wo das Hauptbuch nicht benutzt werden kann</translation>
    </message>
    <message>
        <source>Time limit of a cell in seconds, all attempts and waits together; 0 = none; default 1800 for remote models</source>
        <translation>Eine Zelle nach so vielen Sekunden aufgeben, Versuche und Wartezeiten zusammen; 0 = nie; Vorgabe 1800 für Modelle im Netz</translation>
    </message>
    <message>
        <source>Let the experiment send a key to a host that is not its provider&apos;s; can be repeated</source>
        <translation>Das Experiment darf einen Schlüssel an einen Host senden, der nicht der seines Anbieters ist; mehrfach möglich</translation>
    </message>
    <message>
        <source>Let the experiment read the files of a folder that is not its own; can be repeated</source>
        <translation>Das Experiment darf die Dateien eines Ordners lesen, der nicht sein eigener ist; mehrfach möglich</translation>
    </message>
    <message>
        <source>Keep what --allow-key and --allow-files say for this experiment</source>
        <translation>Was --allow-key und --allow-files sagen, für dieses Experiment behalten</translation>
    </message>
    <message>
        <source>Time limit of the answer in seconds, all attempts together; 0 = none; default 1800 for remote models</source>
        <translation>Die Antwort nach so vielen Sekunden aufgeben, alle Versuche zusammen; 0 = nie; Vorgabe 1800 für Modelle im Netz</translation>
    </message>
    <message>
        <source>Rename the ledger and start a new one; nothing is deleted</source>
        <translation>Dem Hauptbuch einen anderen Namen geben und ein neues beginnen; nichts wird gelöscht</translation>
    </message>
    <message>
        <source>`tempera history set-aside` renames the ledger and starts a new one; `tempera run --no-ledger` stores nothing.</source>
        <translation>`tempera history set-aside` gibt dem Hauptbuch einen anderen Namen und beginnt ein neues; `tempera run --no-ledger` hebt nichts auf.</translation>
    </message>
    <message numerus="yes">
        <source>… %n more line(s)</source>
        <translation>
            <numerusform>… %n weitere Zeile</numerusform>
            <numerusform>… %n weitere Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s)</source>
        <translation>
            <numerusform>%n Zelle</numerusform>
            <numerusform>%n Zellen</numerusform>
        </translation>
    </message>
    <message>
        <source>The ledger is now %1; a new one was started.</source>
        <translation>Das Hauptbuch heißt jetzt %1; ein neues wurde begonnen.</translation>
    </message>
    <message>
        <source>Another report is written to the same file.</source>
        <translation>Ein anderer Bericht geht in dieselbe Datei.</translation>
    </message>
    <message>
        <source>%1 is read by this experiment.</source>
        <translation>%1 wird von diesem Experiment gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 token(s)</source>
        <translation>
            <numerusform>%1 Token</numerusform>
            <numerusform>%1 Token</numerusform>
        </translation>
    </message>
    <message>
        <source>With --resume: ask the cells again that ended in an error</source>
        <translation>Mit --resume: die Zellen erneut anfragen, die mit einem Fehler endeten</translation>
    </message>
    <message>
        <source>needs the ledger</source>
        <translation>braucht das Hauptbuch</translation>
    </message>
    <message>
        <source>%1 is not the id of a run</source>
        <translation>%1 ist keine Kennung eines Laufs</translation>
    </message>
    <message>
        <source>This run is under way in another program.</source>
        <translation>Dieser Lauf ist in einem anderen Programm im Gange.</translation>
    </message>
    <message>
        <source>This run is finished: no cell is left to ask.</source>
        <translation>Dieser Lauf ist fertig: Es ist keine Zelle mehr anzufragen.</translation>
    </message>
    <message>
        <source>The experiment of this run was not saved; name the file that it is in now.</source>
        <translation>Das Experiment dieses Laufs wurde nicht gespeichert; nennen Sie die Datei, in der es jetzt steht.</translation>
    </message>
    <message>
        <source>%1: %2 is not sent. %3 (warning)</source>
        <translation>%1: %2 wird nicht gesendet. %3 (Warnung)</translation>
    </message>
    <message>
        <source>preparing the run … %1 %</source>
        <translation>Lauf wird vorbereitet … %1 %</translation>
    </message>
    <message>
        <source>needs --resume</source>
        <translation>braucht --resume</translation>
    </message>
    <message>
        <source>The ledger has no run that can be resumed.</source>
        <translation>Das Hauptbuch enthält keinen Lauf, der fortgesetzt werden kann.</translation>
    </message>
    <message>
        <source>The ledger has no run of this file that can be resumed.</source>
        <translation>Das Hauptbuch enthält keinen Lauf dieser Datei, der fortgesetzt werden kann.</translation>
    </message>
    <message>
        <source>`tempera run --resume %1` resumes this run.</source>
        <translation>`tempera run --resume %1` setzt diesen Lauf fort.</translation>
    </message>
    <message>
        <source>Same seed, same random numbers: identical text with --strict, not always without</source>
        <translation>Gleicher Seed, gleiche Zufallszahlen: mit --strict gleicher Text, ohne nicht immer</translation>
    </message>
    <message numerus="yes">
        <source>People rated %n answer(s).</source>
        <translation>
            <numerusform>Menschen haben %n Antwort bewertet.</numerusform>
            <numerusform>Menschen haben %n Antworten bewertet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask for every answer anew instead of taking it from earlier runs</source>
        <translation>Jede Antwort neu anfragen, statt sie aus früheren Läufen zu nehmen</translation>
    </message>
    <message>
        <source>Do not spend more than this many US dollars: a request is sent only if the most that it may cost still fits</source>
        <translation>Nicht mehr als so viele US-Dollar ausgeben: Eine Anfrage wird nur gesendet, wenn auch das Höchste, was sie kosten kann, noch hineinpasst</translation>
    </message>
    <message>
        <source>With --max-cost: also send requests whose price or longest answer is not known</source>
        <translation>Mit --max-cost: auch Anfragen senden, deren Preis oder längste Antwort nicht bekannt ist</translation>
    </message>
    <message>
        <source>Resume a run that was stopped or killed, by its id or the beginning of it; without one the newest such run of FILE, or of the ledger. Finished cells stay, also those that ended in an error, and nothing is asked twice; --repeat, --filter-pattern, --strict, --deadline and --race are as they were; --max-cost counts what was spent before</source>
        <translation>Einen angehaltenen oder abgebrochenen Lauf fortsetzen, nach seiner Kennung oder deren Anfang; ohne Angabe den neuesten solchen Lauf von FILE oder des Hauptbuchs. Fertige Zellen bleiben, auch die mit einem Fehler, und nichts wird zweimal angefragt; --repeat, --filter-pattern, --strict, --deadline und --race sind wie damals; --max-cost zählt mit, was vorher ausgegeben wurde</translation>
    </message>
    <message>
        <source>is not for --resume: a run that is a race goes on as one</source>
        <translation>gilt nicht für --resume: Ein Lauf, der ein Rennen ist, geht als solches weiter</translation>
    </message>
    <message>
        <source>Let the experiment see a variable of the environment as {{ env.NAME }}; can be repeated</source>
        <translation>Das Experiment darf eine Umgebungsvariable als {{ env.NAME }} sehen; mehrfach möglich</translation>
    </message>
    <message>
        <source>What was spent, from the ledger</source>
        <translation>Was ausgegeben wurde, nach dem Hauptbuch</translation>
    </message>
    <message>
        <source>must be a whole number from %1 to %2, or the word cap</source>
        <translation>muss eine ganze Zahl von %1 bis %2 oder das Wort cap sein</translation>
    </message>
    <message>
        <source>must be a day (2026-11-01), a number of days (7d) or today</source>
        <translation>muss ein Tag (2026-11-01), eine Zahl von Tagen (7d) oder today sein</translation>
    </message>
    <message>
        <source>must be day, model, endpoint or experiment</source>
        <translation>muss day, model, endpoint oder experiment sein</translation>
    </message>
    <message>
        <source>What is counted: a text file, a folder of them, a data set (.csv .jsonl .json .yaml with --field) or an experiment; - reads standard input</source>
        <translation>Was gezählt wird: eine Textdatei, ein Ordner davon, ein Datensatz (.csv .jsonl .json .yaml mit --field) oder ein Experiment; - liest die Standardeingabe</translation>
    </message>
    <message>
        <source>The column or field of the data set that holds its documents</source>
        <translation>Die Spalte oder das Feld des Datensatzes mit den Dokumenten</translation>
    </message>
    <message>
        <source>A text that stands before each document, or around it with {{ document }}</source>
        <translation>Ein Text, der vor jedem Dokument steht, oder mit {{ document }} darum herum</translation>
    </message>
    <message>
        <source>Model; can be repeated; without one those of the experiment</source>
        <translation>Modell; für weitere mehrfach angeben; ohne Angabe die des Experiments</translation>
    </message>
    <message>
        <source>Output tokens of one request, or cap: as many as there may be; without them only the input is counted</source>
        <translation>Ausgabetokens einer Anfrage oder cap: so viele es sein dürfen; ohne Angabe wird nur die Eingabe gezählt</translation>
    </message>
    <message>
        <source>The most output tokens of one request, whose number is open</source>
        <translation>Höchstzahl der Ausgabetokens einer Anfrage, deren Anzahl offen ist</translation>
    </message>
    <message>
        <source>Really ask so many requests, drawn at random, and estimate the output of all from their answers, with 95 % confidence; 100 or more are best. This costs money</source>
        <translation>So viele zufällig gezogene Anfragen wirklich stellen und aus ihren Antworten die Ausgabe aller schätzen, mit 95 % Konfidenz; am besten 100 oder mehr. Das kostet Geld</translation>
    </message>
    <message>
        <source>Number of requests; default one for each document</source>
        <translation>Zahl der Anfragen; Vorgabe: eine je Dokument</translation>
    </message>
    <message>
        <source>needs --input</source>
        <translation>braucht --input</translation>
    </message>
    <message>
        <source>does not go with a number of --output-tokens</source>
        <translation>geht nicht zusammen mit einer Zahl bei --output-tokens</translation>
    </message>
    <message>
        <source>From this day on: 2026-11-01, 7d (days back), today; default all</source>
        <translation>Ab diesem Tag: 2026-11-01, 7d (Tage zurück), today; ohne Angabe alles</translation>
    </message>
    <message>
        <source>What is summed: day (default), model, endpoint or experiment</source>
        <translation>Was summiert wird: day (Vorgabe), model, endpoint oder experiment</translation>
    </message>
    <message>
        <source>No provider has this id. Use local:NAME, local:FILE.gguf, openai:chat:NAME, openai:responses:NAME, anthropic:messages:NAME, google:NAME, openrouter:NAME, ollama:NAME or llama:NAME.</source>
        <translation>Zu dieser ID gibt es keinen Anbieter. Möglich sind local:NAME, local:FILE.gguf, openai:chat:NAME, openai:responses:NAME, anthropic:messages:NAME, google:NAME, openrouter:NAME, ollama:NAME oder llama:NAME.</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>keiner nötig</translation>
    </message>
    <message>
        <source>%1 not needed</source>
        <translation>%1 nicht benötigt</translation>
    </message>
    <message>
        <source>-m has to name a model</source>
        <translation>-m muss ein Modell nennen</translation>
    </message>
    <message>
        <source>A pilot needs at least two documents.</source>
        <translation>Eine Stichprobe braucht mindestens zwei Dokumente.</translation>
    </message>
    <message numerus="yes">
        <source>%2: asking %1 request(s) of the pilot …</source>
        <translation>
            <numerusform>%2: %1 Anfrage der Stichprobe wird gestellt …</numerusform>
            <numerusform>%2: %1 Anfragen der Stichprobe werden gestellt …</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: input tokens: least %2, median %3, 95 % at most %4, most %5</source>
        <translation>%1: Eingabetokens: Minimum %2, Median %3, 95 % höchstens %4, Maximum %5</translation>
    </message>
    <message numerus="yes">
        <source>%2: %1 request(s) do not fit into its context of %3 tokens</source>
        <translation>
            <numerusform>%2: %1 Anfrage passt nicht in den Kontext von %3 Tokens</numerusform>
            <numerusform>%2: %1 Anfragen passen nicht in den Kontext von %3 Tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2: %1 request(s) have %3 input tokens or more, which have their own price</source>
        <translation>
            <numerusform>%2: %1 Anfrage hat %3 Eingabetokens oder mehr, die einen eigenen Preis haben</numerusform>
            <numerusform>%2: %1 Anfragen haben %3 Eingabetokens oder mehr, die einen eigenen Preis haben</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: another source (%2) has %3 and %4 for a million tokens in and out</source>
        <translation>%1: Eine andere Quelle (%2) nennt %3 und %4 für eine Million Tokens Eingabe und Ausgabe</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Ist %1 gemeint?</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>per 1,000</source>
        <translation>je 1.000</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>cached</source>
        <translation>aus Cache</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>there is no field %1; its fields are %2</source>
        <translation>es gibt kein Feld %1; die Felder sind %2</translation>
    </message>
    <message>
        <source>--field has to say which field the documents are in: %1</source>
        <translation>--field muss sagen, in welchem Feld die Dokumente stehen: %1</translation>
    </message>
    <message>
        <source>there is no document in it</source>
        <translation>es enthält kein Dokument</translation>
    </message>
    <message>
        <source>Run the cases in random order and stop when it is decided how each variant compares with the first: what is left is not asked, and what that saved is shown</source>
        <translation>Die Fälle in zufälliger Reihenfolge ausführen und anhalten, sobald entschieden ist, wie jede Variante gegen die erste abschneidet: Der Rest wird nicht angefragt, und was das gespart hat, wird angezeigt</translation>
    </message>
    <message>
        <source>A race of the scores, not of whether all checks pass</source>
        <translation>Ein Rennen nach Wertungen statt danach, ob alle Prüfungen bestanden sind</translation>
    </message>
    <message>
        <source>must be more than 0 and less than 1</source>
        <translation>muss größer als 0 und kleiner als 1 sein</translation>
    </message>
    <message>
        <source>How likely a race may be to call any difference that is none, at most; default 0.05</source>
        <translation>Mit welcher Wahrscheinlichkeit ein Rennen höchstens irgendeinen Unterschied nennen darf, der keiner ist; Vorgabe 0.05</translation>
    </message>
    <message>
        <source>This is a file of Tempera itself.</source>
        <translation>Dies ist eine Datei von Tempera selbst.</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>%1 unknown</source>
        <translation>%1 unbekannt</translation>
    </message>
    <message>
        <source>The ledger has no cells of that time.</source>
        <translation>Das Hauptbuch hat keine Zellen aus dieser Zeit.</translation>
    </message>
    <message>
        <source>total</source>
        <translation>gesamt</translation>
    </message>
    <message>
        <source>retries</source>
        <translation>Neuversuche</translation>
    </message>
    <message>
        <source>failed cost</source>
        <translation>Kosten Fehlschläge</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Do not show the variants side by side; the summary stays</source>
        <translation>Die Varianten nicht nebeneinander anzeigen; die Zusammenfassung bleibt</translation>
    </message>
    <message>
        <source>Check an experiment&apos;s file; nothing is asked</source>
        <translation>Die Datei eines Experiments prüfen; es wird nichts angefragt</translation>
    </message>
    <message>
        <source>The experiment</source>
        <translation>Das Experiment</translation>
    </message>
    <message>
        <source>Write the requests of an experiment as an OpenAI batch file; nothing is sent</source>
        <translation>Die Anfragen eines Experiments als Batch-Datei von OpenAI schreiben; es wird nichts gesendet</translation>
    </message>
    <message>
        <source>The JSONL file; standard output if omitted</source>
        <translation>Die JSONL-Datei; ohne Angabe die Standardausgabe</translation>
    </message>
    <message>
        <source>Judge and store the answers in OpenAI&apos;s output and error files as a run, with the options of `batch write`</source>
        <translation>Die Antworten in den Ausgabe- und Fehlerdateien von OpenAI bewerten und als Lauf aufheben, mit den Optionen von `batch write`</translation>
    </message>
    <message>
        <source>Output and error files, JSONL</source>
        <translation>Ausgabe- und Fehlerdateien, JSONL</translation>
    </message>
    <message>
        <source>Runs at batch price: sent at once, answered within a day</source>
        <translation>Läufe zum Batch-Preis: sofort gesendet, innerhalb eines Tages beantwortet</translation>
    </message>
    <message>
        <source>Send the requests of an experiment to its providers as batches</source>
        <translation>Die Anfragen eines Experiments als Batches an seine Anbieter senden</translation>
    </message>
    <message>
        <source>Ask how far the batches are</source>
        <translation>Fragen, wie weit die Batches sind</translation>
    </message>
    <message>
        <source>A batch or a run, by its id or the beginning of it; all if omitted</source>
        <translation>Ein Batch oder ein Lauf, mit seiner ID oder ihrem Anfang; ohne Angabe alle</translation>
    </message>
    <message>
        <source>Fetch the answers of a run whose batches are over, and judge and store them, with the options of `batch submit`</source>
        <translation>Die Antworten eines Laufs abholen, dessen Batches beendet sind, und sie bewerten und aufheben, mit den Optionen von `batch submit`</translation>
    </message>
    <message>
        <source>A batch or a run, by its id or the beginning of it; the newest if omitted</source>
        <translation>Ein Batch oder ein Lauf, mit seiner ID oder ihrem Anfang; ohne Angabe der neueste</translation>
    </message>
    <message>
        <source>Cancel a batch; what is answered stays</source>
        <translation>Einen Batch abbrechen; was beantwortet ist, bleibt</translation>
    </message>
    <message>
        <source>A batch or a run, by its id or the beginning of it</source>
        <translation>Ein Batch oder ein Lauf, mit seiner ID oder ihrem Anfang</translation>
    </message>
    <message>
        <source>must be a number of days (30d)</source>
        <translation>muss eine Zahl von Tagen (30d) sein</translation>
    </message>
    <message>
        <source>Responses that are kept, so that none is paid for twice</source>
        <translation>Antworten, die aufgehoben sind, damit keine zweimal bezahlt wird</translation>
    </message>
    <message>
        <source>The newest ones, and what they saved</source>
        <translation>Die neuesten und was sie gespart haben</translation>
    </message>
    <message>
        <source>Only those whose prompt, text, model or endpoint contains this</source>
        <translation>Nur die, deren Prompt, Text, Modell oder Endpunkt dies enthält</translation>
    </message>
    <message>
        <source>Delete them; runs stay as they are</source>
        <translation>Sie löschen; Läufe bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Only those that were kept so many days ago or earlier, such as 30d</source>
        <translation>Nur die, welche vor so vielen Tagen oder früher aufgehoben wurden, etwa 30d</translation>
    </message>
    <message>
        <source>must be NAME=VALUE</source>
        <translation>muss NAME=WERT sein</translation>
    </message>
    <message>
        <source>A file of prompts instead of the experiment&apos;s own; can be repeated</source>
        <translation>Eine Datei mit Prompts statt derer des Experiments; mehrfach möglich</translation>
    </message>
    <message>
        <source>A file of tests instead of the experiment&apos;s own</source>
        <translation>Eine Datei mit Tests statt derer des Experiments</translation>
    </message>
    <message>
        <source>Run the first so many of the cases that are left</source>
        <translation>Von den übrigen Fällen die ersten so vielen ausführen</translation>
    </message>
    <message>
        <source>Run so many cases, drawn at random</source>
        <translation>So viele zufällig gezogene Fälle ausführen</translation>
    </message>
    <message>
        <source>The seed of that drawing; without one each is another</source>
        <translation>Der Seed dieser Ziehung; ohne ihn ist jede anders</translation>
    </message>
    <message>
        <source>Run the cases from an index on, up to and without another one; they count from 0</source>
        <translation>Die Fälle von einem Index bis vor einen anderen ausführen; sie zählen ab 0</translation>
    </message>
    <message>
        <source>Run the variants whose id or label matches</source>
        <translation>Die Varianten ausführen, deren ID oder Bezeichnung passt</translation>
    </message>
    <message>
        <source>Run the prompts whose label or id matches</source>
        <translation>Die Prompts ausführen, deren Bezeichnung oder ID passt</translation>
    </message>
    <message>
        <source>Run the cases that did not pass in the results of a file (.json, .jsonl)</source>
        <translation>Die Fälle ausführen, die in den Ergebnissen einer Datei (.json, .jsonl) nicht bestanden haben</translation>
    </message>
    <message>
        <source>A variable of all cases that have none of that name; can be repeated</source>
        <translation>Eine Variable aller Fälle, die keine dieses Namens haben; mehrfach möglich</translation>
    </message>
    <message>
        <source>With --json: also the input tokens of each document, in their order</source>
        <translation>Mit --json: auch die Eingabetokens jedes Dokuments, in ihrer Reihenfolge</translation>
    </message>
    <message>
        <source>Look up published prices, and keep what you take</source>
        <translation>Veröffentlichte Preise nachsehen und behalten, was Sie übernehmen</translation>
    </message>
    <message>
        <source>The prices that were taken from a published list</source>
        <translation>Die Preise, die aus einer veröffentlichten Liste übernommen wurden</translation>
    </message>
    <message>
        <source>Fetch a published list and show what it would change; nothing is taken without --yes</source>
        <translation>Eine veröffentlichte Liste abrufen und zeigen, was sie ändern würde; ohne --yes wird nichts übernommen</translation>
    </message>
    <message>
        <source>Only these; all if omitted</source>
        <translation>Nur diese; ohne Angabe alle</translation>
    </message>
    <message>
        <source>An https address or a file with LiteLLM&apos;s list of models; default: the address of the settings</source>
        <translation>Eine https-Adresse oder eine Datei mit der Modellliste von LiteLLM; Vorgabe: die Adresse aus den Einstellungen</translation>
    </message>
    <message>
        <source>Take what is shown; it holds until it is removed</source>
        <translation>Das Angezeigte übernehmen; es gilt, bis es entfernt wird</translation>
    </message>
    <message>
        <source>Also models that the catalog does not know</source>
        <translation>Auch Modelle, die der Katalog nicht kennt</translation>
    </message>
    <message>
        <source>Go back to the built-in prices</source>
        <translation>Zu den mitgelieferten Preisen zurückkehren</translation>
    </message>
    <message>
        <source>Of these models</source>
        <translation>Von diesen Modellen</translation>
    </message>
    <message>
        <source>Of all models</source>
        <translation>Von allen Modellen</translation>
    </message>
    <message>
        <source>Send nothing; print the request without its key: as it is sent, or =curl, =python, =javascript</source>
        <translation>Nichts senden; die Anfrage ohne ihren Schlüssel ausgeben: wie sie gesendet wird oder =curl, =python, =javascript</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>bleibt</translation>
    </message>
    <message>
        <source>hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespart</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>Prompt</translation>
    </message>
    <message numerus="yes">
        <source>%n kept response(s) deleted.</source>
        <translation>
            <numerusform>%n aufgehobene Antwort gelöscht.</numerusform>
            <numerusform>%n aufgehobene Antworten gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the results to a file: .json .yaml .jsonl .csv .html .md .txt .xml (JUnit); can be repeated</source>
        <translation>Die Ergebnisse in eine Datei schreiben: .json .yaml .jsonl .csv .html .md .txt .xml (JUnit); mehrfach möglich</translation>
    </message>
    <message>
        <source>%1 has no line in the results.</source>
        <translation>%1 hat keine Zeile in den Ergebnissen.</translation>
    </message>
    <message>
        <source>Requests written: %1.</source>
        <translation>Geschriebene Anfragen: %1.</translation>
    </message>
    <message>
        <source>Cells that cannot be asked, and are left out: %1.</source>
        <translation>Zellen, die nicht angefragt werden können und weggelassen sind: %1.</translation>
    </message>
    <message>
        <source>The ledger has no batches.</source>
        <translation>Das Hauptbuch hat keine Batches.</translation>
    </message>
    <message>
        <source>Not all batches of this run are over; fetch the answers later.</source>
        <translation>Noch sind nicht alle Batches dieses Laufs beendet; holen Sie die Antworten später ab.</translation>
    </message>
    <message>
        <source>submitted</source>
        <translation>eingereicht</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>detail</source>
        <translation>Einzelheit</translation>
    </message>
    <message>
        <source>… and %1 more of this kind</source>
        <translation>… und %1 weitere dieser Art</translation>
    </message>
    <message>
        <source>More than one batch id begins like this.</source>
        <translation>Mehr als eine Batch-ID beginnt so.</translation>
    </message>
    <message>
        <source>The ledger has no such batch; `tempera batch status` shows them.</source>
        <translation>Das Hauptbuch enthält keinen solchen Batch; `tempera batch status` zeigt die vorhandenen.</translation>
    </message>
    <message>
        <source>--filter-failing does not go with `batch submit`; it does with `batch write` and `batch read`.</source>
        <translation>--filter-failing geht nicht mit `batch submit`, wohl aber mit `batch write` und `batch read`.</translation>
    </message>
    <message>
        <source>Requests: %1, batches: %2; at batch price %3.</source>
        <translation>Anfragen: %1, Batches: %2; zum Batch-Preis %3.</translation>
    </message>
    <message>
        <source>Whether the provider has this batch is not known; its run there is named %1.</source>
        <translation>Ob der Anbieter diesen Batch hat, ist nicht bekannt; sein Lauf heißt dort %1.</translation>
    </message>
    <message>
        <source>`tempera batch status %1` asks how far it is; `tempera batch fetch %1` fetches the answers.</source>
        <translation>`tempera batch status %1` fragt, wie weit er ist; `tempera batch fetch %1` holt die Antworten ab.</translation>
    </message>
    <message>
        <source>No variant matches --filter-providers.</source>
        <translation>Keine Variante passt zu --filter-providers.</translation>
    </message>
    <message>
        <source>No prompt matches --filter-prompts.</source>
        <translation>Kein Prompt passt zu --filter-prompts.</translation>
    </message>
    <message>
        <source>No case of the experiment failed in %1.</source>
        <translation>Kein Fall des Experiments hat in %1 nicht bestanden.</translation>
    </message>
    <message>
        <source>%1 is answered in this process: there is no program that sends it.</source>
        <translation>%1 antwortet in diesem Prozess: Es gibt kein Programm, das es sendet.</translation>
    </message>
    <message>
        <source>The endpoint is down. It is tried again in %1 s.</source>
        <translation>Der Endpunkt ist nicht erreichbar. In %1 s wird es erneut versucht.</translation>
    </message>
    <message>
        <source>The endpoint&apos;s limit per minute is reached. It is asked in %1 s.</source>
        <translation>Das Limit des Endpunkts je Minute ist erreicht. Er wird in %1 s gefragt.</translation>
    </message>
    <message>
        <source>prices cannot be looked up here</source>
        <translation>Preise können hier nicht nachgesehen werden</translation>
    </message>
    <message>
        <source>No price was taken from a list; the built-in ones hold.</source>
        <translation>Aus einer Liste wurde kein Preis übernommen; es gelten die mitgelieferten.</translation>
    </message>
    <message>
        <source>a million tokens of</source>
        <translation>eine Million Tokens</translation>
    </message>
    <message>
        <source>price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>taken on</source>
        <translation>übernommen am</translation>
    </message>
    <message>
        <source>from</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>There is nothing to remove.</source>
        <translation>Es gibt nichts zu entfernen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 price(s) removed; the built-in ones hold again.</source>
        <translation>
            <numerusform>%1 Preis entfernt; der mitgelieferte gilt wieder.</numerusform>
            <numerusform>%1 Preise entfernt; die mitgelieferten gelten wieder.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message numerus="yes">
        <source>%1 price(s) of models that the catalog does not know; --new shows them.</source>
        <translation>
            <numerusform>%1 Preis eines Modells, das der Katalog nicht kennt; --new zeigt ihn.</numerusform>
            <numerusform>%1 Preise von Modellen, die der Katalog nicht kennt; --new zeigt sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was taken; --yes takes what is shown.</source>
        <translation>Es wurde nichts übernommen; --yes übernimmt das Angezeigte.</translation>
    </message>
    <message numerus="yes">
        <source>%1 price(s) taken; tempera prices remove --all takes them back.</source>
        <translation>
            <numerusform>%1 Preis übernommen; tempera prices remove --all nimmt ihn zurück.</numerusform>
            <numerusform>%1 Preise übernommen; tempera prices remove --all nimmt sie zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 models read, %2 left out</source>
        <translation>%1 Modelle gelesen, %2 weggelassen</translation>
    </message>
    <message>
        <source>No price differs.</source>
        <translation>Kein Preis weicht ab.</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>there</source>
        <translation>dort</translation>
    </message>
    <message>
        <source>change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>&gt; 1 %</source>
        <translation>&gt; 1 %</translation>
    </message>
    <message>
        <source>This run waits for its batches; `tempera batch fetch` goes on with their answers.</source>
        <translation>Dieser Lauf wartet auf seine Batches; `tempera batch fetch` macht mit deren Antworten weiter.</translation>
    </message>
    <message>
        <source>counting … %1 %, %2 MB/s</source>
        <translation>wird gezählt … %1 %, %2 MB/s</translation>
    </message>
    <message>
        <source>%1 is valid. Prompts: %2, variants: %3, cases: %4, cells: %5.
</source>
        <translation>%1 ist gültig. Prompts: %2, Varianten: %3, Fälle: %4, Zellen: %5.
</translation>
    </message>
    <message>
        <source>must be a range such as 0:10, 10: or :10, without its end</source>
        <translation>muss ein Bereich wie 0:10, 10: oder :10 sein, das Ende zählt nicht mit</translation>
    </message>
    <message>
        <source>A provider, by its id or label in the experiment, another one, or a file of them; can be repeated</source>
        <translation>Ein Anbieter, nach id oder Label im Experiment, ein anderer oder eine Datei damit; mehrfach möglich</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>Who judges where neither a test nor its checks name a provider: an id, or the label of one of the experiment&apos;s own</source>
        <translation>Wer urteilt, wo weder ein Test noch seine Prüfungen einen Anbieter nennen: eine Kennung oder die Bezeichnung eines eigenen Anbieters des Experiments</translation>
    </message>
    <message>
        <source>Run again when the experiment or a file that it names changes, until Ctrl+C</source>
        <translation>Erneut ausführen, wenn sich das Experiment oder eine darin genannte Datei ändert, bis Strg+C</translation>
    </message>
    <message>
        <source>is not for --resume</source>
        <translation>geht nicht mit --resume</translation>
    </message>
    <message>
        <source>Write the results of a stored run to files, or as JSON to standard output</source>
        <translation>Die Ergebnisse eines gespeicherten Laufs in Dateien schreiben, oder als JSON auf die Standardausgabe</translation>
    </message>
    <message>
        <source>Run the cases whose metadata of this name contains the value; of several, all of them</source>
        <translation>Die Fälle ausführen, deren Metadatum dieses Namens den Wert enthält; bei mehreren alle davon</translation>
    </message>
    <message>
        <source>Put this before every prompt, unless the experiment says what is there</source>
        <translation>Dies vor jeden Prompt setzen, sofern das Experiment dort nichts vorgibt</translation>
    </message>
    <message>
        <source>Put this behind every prompt, unless the experiment says what is there</source>
        <translation>Dies hinter jeden Prompt setzen, sofern das Experiment dort nichts vorgibt</translation>
    </message>
    <message>
        <source>A description of this run instead of the experiment&apos;s</source>
        <translation>Eine Beschreibung dieses Laufs anstelle der des Experiments</translation>
    </message>
    <message>
        <source>A tag of this run; it counts more than the experiment&apos;s of that name; can be repeated</source>
        <translation>Ein Schlagwort dieses Laufs; es geht dem gleichnamigen des Experiments vor; wiederholbar</translation>
    </message>
    <message>
        <source>Milliseconds from each answer to the next request, one cell at a time</source>
        <translation>Millisekunden von jeder Antwort bis zur nächsten Anfrage, eine Zelle nach der anderen</translation>
    </message>
    <message>
        <source>Take keys, addresses and {{ env.NAME }} also from a file of NAME=VALUE lines, which counts more than the environment; templates see what is no key; can be repeated</source>
        <translation>Schlüssel, Adressen und {{ env.NAME }} auch aus einer Datei mit Zeilen NAME=WERT nehmen, die der Umgebung vorgeht; Vorlagen sehen, was kein Schlüssel ist; wiederholbar</translation>
    </message>
    <message>
        <source>A line must be NAME=VALUE, or a comment behind #.</source>
        <translation>Eine Zeile muss NAME=WERT oder ein Kommentar hinter # sein.</translation>
    </message>
    <message>
        <source>A value begins with a quotation mark that does not come again.</source>
        <translation>Ein Wert beginnt mit einem Anführungszeichen, das nicht wiederkehrt.</translation>
    </message>
    <message>
        <source>A quoted value must be followed by the end of its line.</source>
        <translation>Nach einem Wert in Anführungszeichen muss die Zeile enden.</translation>
    </message>
    <message>
        <source>The file is not text in UTF-8.</source>
        <translation>Die Datei ist kein Text in UTF-8.</translation>
    </message>
    <message numerus="yes">
        <source>Waiting for a change of %n file(s); Ctrl+C ends this.</source>
        <translation>
            <numerusform>Warten auf eine Änderung von %n Datei; Strg+C beendet dies.</numerusform>
            <numerusform>Warten auf eine Änderung von %n Dateien; Strg+C beendet dies.</numerusform>
        </translation>
    </message>
    <message>
        <source>A file has changed.</source>
        <translation>Eine Datei hat sich geändert.</translation>
    </message>
    <message>
        <source>Put results of promptfoo, or of Tempera elsewhere, into the ledger as runs</source>
        <translation>Ergebnisse von promptfoo, oder von Tempera anderswo, als Läufe in das Hauptbuch übernehmen</translation>
    </message>
    <message>
        <source>JSON of `promptfoo eval -o` or `tempera run -o`, or JSONL with one result a line</source>
        <translation>JSON von `promptfoo eval -o` oder `tempera run -o`, oder JSONL mit einem Ergebnis je Zeile</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n Ergebnis</numerusform>
            <numerusform>%n Ergebnisse</numerusform>
        </translation>
    </message>
    <message>
        <source>Imported %1 as run %2 (%3): %4 passed, %5 failed, %6 errors.</source>
        <translation>%1 als Lauf %2 (%3) übernommen: %4 bestanden, %5 nicht bestanden, %6 Fehler.</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) of cells that came before were left out.</source>
        <translation>
            <numerusform>%n Ergebnis einer Zelle, die vorher schon kam, wurde ausgelassen.</numerusform>
            <numerusform>%n Ergebnisse von Zellen, die vorher schon kamen, wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is only the command line here, not the window; tempera --help tells what it does. For the window, install or build all of Tempera.</source>
        <translation>Hier ist nur die Befehlszeile, nicht das Fenster; tempera --help sagt, was sie kann. Installieren oder bauen Sie für das Fenster ganz Tempera.</translation>
    </message>
</context>
<context>
    <name>Cost</name>
    <message>
        <source>the price is unknown</source>
        <translation>der Preis ist unbekannt</translation>
    </message>
    <message>
        <source>the service tier has no known price</source>
        <translation>die Dienststufe hat keinen bekannten Preis</translation>
    </message>
    <message>
        <source>a kind of usage has no known price</source>
        <translation>eine Art der Nutzung hat keinen bekannten Preis</translation>
    </message>
    <message>
        <source>the endpoint did not report its tokens</source>
        <translation>der Endpunkt hat seine Tokens nicht gemeldet</translation>
    </message>
    <message>
        <source>nothing limits the output</source>
        <translation>nichts begrenzt die Ausgabe</translation>
    </message>
    <message>
        <source>the length of the output is open</source>
        <translation>die Länge der Ausgabe ist offen</translation>
    </message>
    <message>
        <source>tokens are estimated</source>
        <translation>die Tokens sind geschätzt</translation>
    </message>
    <message>
        <source>the price depends on the time of day or date</source>
        <translation>der Preis hängt von Uhrzeit oder Datum ab</translation>
    </message>
    <message>
        <source>the machine&apos;s time is open</source>
        <translation>die Zeit des Rechners ist offen</translation>
    </message>
    <message>
        <source>from a sample, with 95 % confidence</source>
        <translation>aus einer Stichprobe, mit 95 % Konfidenz</translation>
    </message>
    <message>
        <source>extrapolated from a part of the documents</source>
        <translation>hochgerechnet aus einem Teil der Dokumente</translation>
    </message>
    <message numerus="yes">
        <source>%2 and %1 unknown</source>
        <translation>
            <numerusform>%2 und %1 mal unbekannt</numerusform>
            <numerusform>%2 und %1 mal unbekannt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CostEstimate</name>
    <message>
        <source>%1 or more</source>
        <translation>%1 oder mehr</translation>
    </message>
    <message>
        <source>unknown prices: %1</source>
        <translation>unbekannte Preise: %1</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Experiments (*.yaml *.yml *.json);;All files (*)</source>
        <translation>Experimente (*.yaml *.yml *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Unsaved Changes</source>
        <translation>Nicht gespeicherte Änderungen</translation>
    </message>
    <message>
        <source>The experiment has changes that are not saved.</source>
        <translation>Das Experiment enthält Änderungen, die nicht gespeichert sind.</translation>
    </message>
    <message>
        <source>Open an Experiment</source>
        <translation>Experiment öffnen</translation>
    </message>
    <message>
        <source>Save the Experiment</source>
        <translation>Experiment speichern</translation>
    </message>
    <message>
        <source>Choose a Model</source>
        <translation>Modell auswählen</translation>
    </message>
    <message>
        <source>Models (*.gguf);;All files (*)</source>
        <translation>Modelle (*.gguf);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>About Tempera</source>
        <translation>Über Tempera</translation>
    </message>
    <message>
        <source>A workbench for prompts: write, turn, run side by side, compare, count.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Eine Werkbank für Prompts: schreiben, einstellen, nebeneinander ausführen, vergleichen, zählen.

Freie Software unter der GNU General Public License, Version 3 oder neuer.</translation>
    </message>
    <message>
        <source>Import a Sampling Preset</source>
        <translation>Eine Sampling-Vorgabe importieren</translation>
    </message>
    <message>
        <source>Presets (*.json);;All files (*)</source>
        <translation>Vorgaben (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose a Folder of Models</source>
        <translation>Einen Ordner mit Modellen wählen</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… und %1 weitere</translation>
    </message>
    <message>
        <source>Problems in the Prompts</source>
        <translation>Probleme in den Prompts</translation>
    </message>
    <message>
        <source>Nothing has been run yet. The prompts have problems:</source>
        <translation>Es wurde noch nichts ausgeführt. Die Prompts haben Probleme:</translation>
    </message>
    <message>
        <source>&amp;Run Anyway</source>
        <translation>&amp;Trotzdem ausführen</translation>
    </message>
    <message>
        <source>&amp;Show the Problems</source>
        <translation>Probleme &amp;zeigen</translation>
    </message>
    <message>
        <source>Import Cases</source>
        <translation>Fälle importieren</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.json *.jsonl *.ndjson *.yaml *.yml);;All files (*)</source>
        <translation>Tabellen (*.csv *.tsv *.txt *.json *.jsonl *.ndjson *.yaml *.yml);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Export the Table</source>
        <translation>Tabelle exportieren</translation>
    </message>
    <message>
        <source>Tables (*.csv);;All files (*)</source>
        <translation>Tabellen (*.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose a File of Results</source>
        <translation>Ergebnisdatei auswählen</translation>
    </message>
    <message>
        <source>Results (*.json *.jsonl *.ndjson);;All files (*)</source>
        <translation>Ergebnisse (*.json *.jsonl *.ndjson);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose a File of Certificates</source>
        <translation>Zertifikatsdatei auswählen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.der);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer *.der);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>EditEffect</name>
    <message>
        <source>This variant does not take this prompt.</source>
        <translation>Diese Variante nimmt diesen Prompt nicht.</translation>
    </message>
    <message>
        <source>There is no answer yet to score.</source>
        <translation>Es gibt noch keine Antwort zum Betrachten.</translation>
    </message>
    <message>
        <source>Only local models can score a given answer.</source>
        <translation>Nur lokale Modelle sagen, wie wahrscheinlich eine gegebene Antwort ist.</translation>
    </message>
    <message>
        <source>The prompt of this case is the same as when the answer was written.</source>
        <translation>Der Prompt dieses Falls ist derselbe wie beim Schreiben der Antwort.</translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <source>Case %1</source>
        <translation>Fall %1</translation>
    </message>
    <message>
        <source>Prompt %1</source>
        <translation>Prompt %1</translation>
    </message>
    <message>
        <source>Repeat %1 · %2</source>
        <translation>Wiederholung %1 · %2</translation>
    </message>
    <message>
        <source>This run · %1</source>
        <translation>Dieser Lauf · %1</translation>
    </message>
</context>
<context>
    <name>EffectTableModel</name>
    <message>
        <source>(end)</source>
        <translation>(Ende)</translation>
    </message>
</context>
<context>
    <name>EndpointRules</name>
    <message>
        <source>This is not the address of a server: it must be complete, such as https://host/v1, and contain no password.</source>
        <translation>Das ist nicht die Adresse eines Servers: Sie muss vollständig sein, etwa https://host/v1, und darf kein Passwort enthalten.</translation>
    </message>
    <message>
        <source>An address must not contain a key, nor anything behind ? or # that may be one. Add it without, then enter the key.</source>
        <translation>Eine Adresse darf weder einen Schlüssel noch etwas hinter ? oder # enthalten, das einer sein könnte. Fügen Sie sie ohne das hinzu und geben Sie danach den Schlüssel ein.</translation>
    </message>
    <message>
        <source>A proxy&apos;s address must not contain a user or password, since it is stored. The proxy settings of the system can hold them.</source>
        <translation>Die Adresse eines Proxys darf weder Benutzer noch Passwort enthalten, da sie gespeichert wird. Die Proxy-Einstellungen des Systems können beides enthalten.</translation>
    </message>
    <message>
        <source>A proxy&apos;s address is written as http://host:port or socks5://host:port.</source>
        <translation>Die Adresse eines Proxys wird als http://host:port oder socks5://host:port geschrieben.</translation>
    </message>
    <message>
        <source>“%1” is not a header: write one “Name: value” a line.</source>
        <translation>„%1“ ist kein Header: Schreiben Sie je Zeile einen als „Name: Wert“.</translation>
    </message>
    <message>
        <source>The header “%1” is written by Tempera itself.</source>
        <translation>Den Header „%1“ schreibt Tempera selbst.</translation>
    </message>
    <message>
        <source>The header “%1” contains a control character.</source>
        <translation>Der Header „%1“ enthält ein Steuerzeichen.</translation>
    </message>
    <message>
        <source>The header “%1” is a secret or looks like one, and settings are stored as they are. Enter it as the key of the server instead.</source>
        <translation>Der Header „%1“ ist ein Geheimnis oder sieht so aus, und Einstellungen werden gespeichert, wie sie sind. Geben Sie ihn stattdessen als Schlüssel des Servers ein.</translation>
    </message>
    <message>
        <source>The header “%1” is there twice.</source>
        <translation>Der Header „%1“ steht zweimal da.</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>Stopped.</source>
        <translation>Gestoppt.</translation>
    </message>
    <message>
        <source>The connection failed.</source>
        <translation>Die Verbindung ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Check the address and whether the server runs.</source>
        <translation>Prüfen Sie die Adresse und ob der Server läuft.</translation>
    </message>
    <message>
        <source>The request timed out.</source>
        <translation>Es kam nicht rechtzeitig eine Antwort.</translation>
    </message>
    <message>
        <source>Try again, or allow more time.</source>
        <translation>Versuchen Sie es erneut oder lassen Sie mehr Zeit zu.</translation>
    </message>
    <message>
        <source>Too many requests.</source>
        <translation>Zu viele Anfragen.</translation>
    </message>
    <message>
        <source>Wait a little, or run fewer cells at once.</source>
        <translation>Warten Sie ein wenig oder führen Sie weniger Zellen gleichzeitig aus.</translation>
    </message>
    <message>
        <source>The quota is used up.</source>
        <translation>Das Kontingent ist aufgebraucht.</translation>
    </message>
    <message>
        <source>Add credit with the provider; retrying does not help.</source>
        <translation>Laden Sie beim Anbieter Guthaben auf; ein erneuter Versuch hilft nicht.</translation>
    </message>
    <message>
        <source>The key is missing or was refused.</source>
        <translation>Der Schlüssel fehlt oder wurde abgelehnt.</translation>
    </message>
    <message>
        <source>Set the key in the environment or in the keychain.</source>
        <translation>Legen Sie den Schlüssel in der Umgebung oder im Schlüsselbund fest.</translation>
    </message>
    <message>
        <source>The endpoint refused the request.</source>
        <translation>Der Endpunkt hat die Anfrage abgelehnt.</translation>
    </message>
    <message>
        <source>The model does not take a parameter.</source>
        <translation>Das Modell akzeptiert einen Parameter nicht.</translation>
    </message>
    <message>
        <source>Unset it for this variant.</source>
        <translation>Lassen Sie ihn bei dieser Variante weg.</translation>
    </message>
    <message>
        <source>The prompt does not fit the model&apos;s context.</source>
        <translation>Der Prompt passt nicht in den Kontext des Modells.</translation>
    </message>
    <message>
        <source>Shorten the prompt, or ask for fewer tokens.</source>
        <translation>Kürzen Sie den Prompt oder fordern Sie weniger Tokens an.</translation>
    </message>
    <message>
        <source>There is no such model.</source>
        <translation>Dieses Modell gibt es nicht.</translation>
    </message>
    <message>
        <source>`tempera models list` shows the available models.</source>
        <translation>`tempera models list` zeigt die verfügbaren Modelle.</translation>
    </message>
    <message>
        <source>The model file cannot be used.</source>
        <translation>Die Modelldatei kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>Download the file again, or choose another one.</source>
        <translation>Laden Sie die Datei erneut herunter oder wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation>Der Arbeitsspeicher reicht nicht aus.</translation>
    </message>
    <message>
        <source>Choose a smaller model or a shorter context.</source>
        <translation>Wählen Sie ein kleineres Modell oder einen kürzeren Kontext.</translation>
    </message>
    <message>
        <source>The endpoint failed.</source>
        <translation>Im Endpunkt ist ein Fehler aufgetreten.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>The answer could not be understood.</source>
        <translation>Die Antwort konnte nicht interpretiert werden.</translation>
    </message>
    <message>
        <source>Check that the address is that of an API of this kind.</source>
        <translation>Prüfen Sie, ob die Adresse zu einer API dieser Art gehört.</translation>
    </message>
    <message>
        <source>The answer broke off.</source>
        <translation>Die Antwort brach ab.</translation>
    </message>
    <message>
        <source>The text so far is kept; run the cell again for the whole answer.</source>
        <translation>Der bisherige Text bleibt erhalten; führen Sie die Zelle für die vollständige Antwort erneut aus.</translation>
    </message>
    <message>
        <source>The endpoint withheld the answer.</source>
        <translation>Der Endpunkt hat die Antwort zurückgehalten.</translation>
    </message>
    <message>
        <source>This would exceed the budget.</source>
        <translation>Das würde das Budget überschreiten.</translation>
    </message>
    <message>
        <source>Raise the limit or run fewer cells.</source>
        <translation>Erhöhen Sie das Limit oder führen Sie weniger Zellen aus.</translation>
    </message>
    <message>
        <source>The ledger could not be used.</source>
        <translation>Das Hauptbuch konnte nicht verwendet werden.</translation>
    </message>
    <message>
        <source>The file could not be used.</source>
        <translation>Die Datei konnte nicht verwendet werden.</translation>
    </message>
    <message>
        <source>The text is not in the right format.</source>
        <translation>Der Text entspricht nicht seinem Format.</translation>
    </message>
    <message>
        <source>The template could not be rendered.</source>
        <translation>Die Vorlage konnte nicht gerendert werden.</translation>
    </message>
    <message>
        <source>The script failed.</source>
        <translation>Das Skript ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Wrong usage.</source>
        <translation>Die Verwendung ist nicht korrekt.</translation>
    </message>
    <message>
        <source>Internal error.</source>
        <translation>Tempera hat einen Fehler gemacht.</translation>
    </message>
    <message>
        <source>Please report it.</source>
        <translation>Bitte melden Sie ihn.</translation>
    </message>
    <message>
        <source>This version of the engine cannot run the model.</source>
        <translation>Diese Version der Engine kann das Modell nicht ausführen.</translation>
    </message>
    <message>
        <source>Downloading the file again does not help; a newer version of Tempera may.</source>
        <translation>Die Datei erneut zu laden hilft nicht; eine neuere Version von Tempera vielleicht.</translation>
    </message>
    <message>
        <source>This is not the address of an API.</source>
        <translation>Das ist keine Adresse einer API.</translation>
    </message>
    <message>
        <source>The library lists the available models.</source>
        <translation>Die Bibliothek führt die vorhandenen Modelle auf.</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>Spalte %1</translation>
    </message>
</context>
<context>
    <name>Experiment</name>
    <message>
        <source>The script %1 was not read.</source>
        <translation>Das Skript %1 wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>%1 is not run: scripts are JavaScript.</source>
        <translation>%1 wird nicht ausgeführt: Skripte sind JavaScript.</translation>
    </message>
</context>
<context>
    <name>ExperimentFile</name>
    <message>
        <source>A quote is opened here and never closed.</source>
        <translation>Hier wird ein Anführungszeichen geöffnet und nie geschlossen.</translation>
    </message>
    <message>
        <source>The file is larger than %1 MB.</source>
        <translation>Die Datei ist größer als %1 MB.</translation>
    </message>
    <message>
        <source>This is not text in UTF-8.</source>
        <translation>Das ist kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>The file has too many values.</source>
        <translation>Die Datei enthält zu viele Werte.</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; occurs twice in one map.</source>
        <translation>Der Schlüssel „%1“ steht zweimal in derselben Map.</translation>
    </message>
    <message>
        <source>An alias is inside its own anchor.</source>
        <translation>Ein Alias steht innerhalb seines eigenen Ankers.</translation>
    </message>
    <message>
        <source>A key must be plain text.</source>
        <translation>Ein Schlüssel muss ein einfacher Text sein.</translation>
    </message>
    <message>
        <source>The merge key &lt;&lt; takes a map or a list of maps.</source>
        <translation>Der Merge-Schlüssel &lt;&lt; erwartet eine Map oder eine Liste von Maps.</translation>
    </message>
    <message>
        <source>Maps and lists are nested too deeply.</source>
        <translation>Maps und Listen sind zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>This is not an experiment: it has no prompts, providers or tests.</source>
        <translation>Das ist kein Experiment: Es enthält keine Prompts, Anbieter oder Tests.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is kept but ignored.</source>
        <translation>„%1“ bleibt erhalten, wird aber nicht ausgeführt.</translation>
    </message>
    <message>
        <source>&quot;providers&quot; and &quot;targets&quot; are two names for the same thing; use one of them.</source>
        <translation>„providers“ und „targets“ bedeuten dasselbe; verwenden Sie nur eines davon.</translation>
    </message>
    <message>
        <source>&quot;evaluateOptions&quot; must be a map.</source>
        <translation>„evaluateOptions“ muss eine Map sein.</translation>
    </message>
    <message>
        <source>A test is a map with &quot;vars&quot; and &quot;assert&quot;.</source>
        <translation>Ein Test ist eine Map mit „vars“ und „assert“.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of a test is kept but ignored.</source>
        <translation>„%1“ eines Tests bleibt erhalten, wird aber nicht ausgeführt.</translation>
    </message>
    <message>
        <source>&quot;vars&quot; must be a map of names and values.</source>
        <translation>„vars“ muss eine Map aus Namen und Werten sein.</translation>
    </message>
    <message>
        <source>There are more than %L1 cases.</source>
        <translation>Es gibt mehr als %L1 Fälle.</translation>
    </message>
    <message>
        <source>A check is a map with a &quot;type&quot;.</source>
        <translation>Eine Prüfung ist eine Map mit einem „type“.</translation>
    </message>
    <message>
        <source>The check &quot;%1&quot; is not known; it will be shown as not evaluated.</source>
        <translation>Die Prüfung „%1“ ist nicht bekannt; sie wird als nicht ausgewertet angezeigt.</translation>
    </message>
    <message>
        <source>There is nothing at %1.</source>
        <translation>Unter %1 ist nichts vorhanden.</translation>
    </message>
    <message>
        <source>&quot;assert&quot; must be a list of checks.</source>
        <translation>„assert“ muss eine Liste von Prüfungen sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a number.</source>
        <translation>„%1“ muss eine Zahl sein.</translation>
    </message>
    <message>
        <source>Tests from %1 cannot be read by this version; CSV, JSON, JSONL and YAML can.</source>
        <translation>Tests aus %1 kann diese Version nicht lesen; CSV, JSON, JSONL und YAML kann sie.</translation>
    </message>
    <message>
        <source>A prompt needs &quot;raw&quot; (its text) or &quot;id&quot; (its file).</source>
        <translation>Ein Prompt braucht „raw“ (seinen Text) oder „id“ (seine Datei).</translation>
    </message>
    <message>
        <source>The variable&apos;s file %1 cannot be read by this version; the name itself is the value.</source>
        <translation>Die Datei %1 der Variablen kann diese Version nicht lesen; der Name selbst ist der Wert.</translation>
    </message>
    <message>
        <source>A provider must be an id or a map with an id.</source>
        <translation>Ein Anbieter ist seine ID oder eine Map mit einer ID.</translation>
    </message>
    <message>
        <source>A provider needs an &quot;id&quot;.</source>
        <translation>Ein Anbieter braucht eine „id“.</translation>
    </message>
    <message>
        <source>This version does not support the provider %1; its cells will fail.</source>
        <translation>Der Anbieter %1 kann von dieser Version nicht ausgeführt werden; seine Zellen werden fehlschlagen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of a provider is kept but ignored.</source>
        <translation>„%1“ eines Anbieters bleibt erhalten, wird aber nicht ausgeführt.</translation>
    </message>
    <message>
        <source>&quot;config&quot; must be a map.</source>
        <translation>„config“ muss eine Map sein.</translation>
    </message>
    <message>
        <source>&quot;promptForm&quot; must be &quot;chat&quot; or &quot;continuation&quot;.</source>
        <translation>„promptForm“ ist „chat“ oder „continuation“.</translation>
    </message>
    <message>
        <source>&quot;apiBaseUrl&quot; must be a complete address such as https://host/v1.</source>
        <translation>„apiBaseUrl“ muss eine vollständige Adresse wie https://host/v1 sein.</translation>
    </message>
    <message>
        <source>The file contains a key. It is not used and will not be written again: put it into an environment variable or the keychain, and revoke it if others have seen the file.</source>
        <translation>In der Datei steht ein Schlüssel. Er wird nicht verwendet und nicht erneut geschrieben: Legen Sie ihn in einer Umgebungsvariablen oder im Schlüsselbund ab, und machen Sie ihn ungültig, falls andere die Datei gesehen haben.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a text.</source>
        <translation>„%1“ muss ein Text sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be at least %2.</source>
        <translation>„%1“ muss mindestens %2 sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be between %2 and %3.</source>
        <translation>„%1“ muss zwischen %2 und %3 liegen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a whole number.</source>
        <translation>„%1“ muss eine ganze Zahl sein.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2</source>
        <translation>Die Datei %1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>&quot;seed&quot; must be a whole number from 0.</source>
        <translation>„seed“ muss eine ganze Zahl ab 0 sein.</translation>
    </message>
    <message>
        <source>&quot;strict&quot; must be true or false.</source>
        <translation>&quot;strict&quot; ist true oder false.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a sampler; there are %2.</source>
        <translation>&quot;%1&quot; ist kein Sampler; es gibt %2.</translation>
    </message>
    <message>
        <source>&quot;logit_bias&quot; must be a list of pairs: a token&apos;s id or a text, and a number or false.</source>
        <translation>&quot;logit_bias&quot; ist eine Liste von Paaren: Nummer eines Tokens oder ein Text, und eine Zahl oder false.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a known key of a provider&apos;s config; it is kept but ignored.</source>
        <translation>„%1“ ist in der Konfiguration eines Anbieters nicht bekannt; es bleibt erhalten, wird aber nicht ausgeführt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a known key of a provider&apos;s config; it is kept but ignored. Did you mean &quot;%2&quot;?</source>
        <translation>„%1“ ist in der Konfiguration eines Anbieters nicht bekannt; es bleibt erhalten, wird aber nicht ausgeführt. Ist „%2“ gemeint?</translation>
    </message>
    <message>
        <source>&quot;apiHost&quot; must be a host name, without https:// before it.</source>
        <translation>„apiHost“ muss der Name eines Hosts sein, ohne https:// davor.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must not contain a password.</source>
        <translation>„%1“ darf kein Passwort enthalten.</translation>
    </message>
    <message>
        <source>The JSON schema is empty.</source>
        <translation>Das JSON-Schema ist leer.</translation>
    </message>
    <message>
        <source>The grammar is empty.</source>
        <translation>Die Grammatik ist leer.</translation>
    </message>
    <message>
        <source>This part of the JSON schema is not enforced during generation, only checked afterwards: %1.</source>
        <translation>Vom JSON-Schema wird dies nicht beim Schreiben erzwungen, sondern erst danach geprüft: %1.</translation>
    </message>
    <message>
        <source>Two columns have the name &quot;%1&quot;.</source>
        <translation>Zwei Spalten heißen „%1“.</translation>
    </message>
    <message>
        <source>This row has %1 fields, the first row has %2. A field that contains the separator must be in quotes, with nothing before them.</source>
        <translation>Diese Zeile hat %1 Felder, die erste hat %2. Ein Feld, das das Trennzeichen enthält, steht in Anführungszeichen, die direkt hinter dem Trennzeichen beginnen.</translation>
    </message>
    <message>
        <source>This UTF-16 text is incomplete.</source>
        <translation>Dies ist kein vollständiger Text in UTF-16.</translation>
    </message>
    <message>
        <source>A second document begins here; a file must contain one.</source>
        <translation>Hier beginnt ein zweites Dokument; eine Datei enthält nur eines.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be -1; it is treated as not set.</source>
        <translation>„%1“ kann nicht -1 sein; es gilt als nicht gesetzt.</translation>
    </message>
    <message>
        <source>The encoding %1 is not supported.</source>
        <translation>Dieses Programm kann %1 nicht lesen.</translation>
    </message>
    <message>
        <source>This is not valid %1 text.</source>
        <translation>Dies ist kein Text in %1.</translation>
    </message>
    <message>
        <source>%1 does not contain the address of a server (http://… or https://…, without a password); the cells of %2 will fail.</source>
        <translation>%1 enthält keine Adresse eines Servers (http://… oder https://…, ohne Passwort); die Zellen von %2 werden fehlschlagen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; and &quot;%2&quot; are the same setting; &quot;%2&quot; is used.</source>
        <translation>„%1“ und „%2“ sind dieselbe Einstellung; „%2“ gilt.</translation>
    </message>
    <message>
        <source>&quot;data&quot; is either text or templates.</source>
        <translation>&quot;data&quot; ist entweder text oder templates.</translation>
    </message>
    <message>
        <source>There is no case in this file.</source>
        <translation>In dieser Datei steht kein Fall.</translation>
    </message>
    <message>
        <source>The table has column names, but no row with a case.</source>
        <translation>Die Tabelle hat Spaltennamen, aber keine Zeile mit einem Fall.</translation>
    </message>
    <message>
        <source>There is no prompt in %1.</source>
        <translation>In %1 steht kein Prompt.</translation>
    </message>
    <message>
        <source>The file %1 is not read: it is not in the experiment&apos;s own folder. To allow it: --allow-files %2, or answer the question in the window.</source>
        <translation>Die Datei %1 wird nicht gelesen: Sie gehört nicht zum Ordner des Experiments. Erlauben lässt es sich mit --allow-files %2 oder durch die Frage im Fenster.</translation>
    </message>
    <message>
        <source>it has no judge: name a &quot;provider&quot; in the check, or one for all checks under defaultTest.options.provider</source>
        <translation>sie hat keinen Bewerter: Nennen Sie einen „provider“ in der Prüfung oder einen für alle Prüfungen unter defaultTest.options.provider</translation>
    </message>
    <message>
        <source>a judge in a separate file is not supported: %1</source>
        <translation>ein Bewerter in einer eigenen Datei wird nicht unterstützt: %1</translation>
    </message>
    <message>
        <source>A judge is a single provider.</source>
        <translation>Ein Bewerter ist ein einzelner Anbieter.</translation>
    </message>
    <message>
        <source>&quot;apiKeyEnvar&quot; must be the name of the variable that holds the key, not the key itself.</source>
        <translation>„apiKeyEnvar“ muss der Name der Variablen sein, die den Schlüssel enthält, nicht der Schlüssel selbst.</translation>
    </message>
    <message>
        <source>&quot;derivedMetrics&quot; must be a list of maps with &quot;name&quot; and &quot;value&quot;.</source>
        <translation>„derivedMetrics“ muss eine Liste von Maps mit „name“ und „value“ sein.</translation>
    </message>
    <message>
        <source>The derived metric &quot;%1&quot; is not computed: it is in a separate file.</source>
        <translation>Die abgeleitete Metrik „%1“ wird nicht berechnet: Sie steht in einer eigenen Datei.</translation>
    </message>
    <message>
        <source>&quot;assertScoringFunction&quot; is not carried out: programs are not run; only JavaScript is.</source>
        <translation>„assertScoringFunction“ wird nicht ausgeführt: Programme werden nicht ausgeführt, nur JavaScript.</translation>
    </message>
    <message>
        <source>The check &quot;%1&quot; will be shown as not evaluated: %2.</source>
        <translation>Die Prüfung „%1“ wird als nicht ausgewertet angezeigt: %2.</translation>
    </message>
    <message>
        <source>An &quot;assert-set&quot; has a list of checks, &quot;assert&quot;.</source>
        <translation>Ein „assert-set“ hat eine Liste von Prüfungen, „assert“.</translation>
    </message>
    <message>
        <source>An &quot;assert-set&quot; cannot be in another one.</source>
        <translation>Ein „assert-set“ kann nicht in einem anderen stehen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no setting of a check; __config:__expected1:threshold is one.</source>
        <translation>„%1“ ist keine Einstellung einer Prüfung; __config:__expected1:threshold ist eine.</translation>
    </message>
    <message>
        <source>No file matches %1.</source>
        <translation>Keine Datei passt zu %1.</translation>
    </message>
    <message>
        <source>A scenario is a map with &quot;config&quot; and &quot;tests&quot;.</source>
        <translation>Ein Szenario ist eine Map mit „config“ und „tests“.</translation>
    </message>
    <message>
        <source>%1 is a workbook, and sheets are not read. Save the sheet as CSV and name that file instead; LibreOffice does it by: %2</source>
        <translation>%1 ist eine Arbeitsmappe, und Tabellenblätter werden nicht gelesen. Speichern Sie das Blatt als CSV und nennen Sie stattdessen diese Datei; LibreOffice macht das mit: %2</translation>
    </message>
    <message>
        <source>&quot;apiBaseUrls&quot; must be a list of complete addresses such as https://host/v1.</source>
        <translation>„apiBaseUrls“ muss eine Liste vollständiger Adressen wie https://host/v1 sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no effect without a &quot;fallback&quot;.</source>
        <translation>„%1“ hat ohne „fallback“ keine Wirkung.</translation>
    </message>
    <message>
        <source>The fallback %1 is this provider itself; it is not asked again.</source>
        <translation>Der Fallback %1 ist dieser Anbieter selbst; er wird nicht noch einmal gefragt.</translation>
    </message>
    <message>
        <source>The fallback %1 is in the list already; it is asked once.</source>
        <translation>Der Fallback %1 steht schon in der Liste; er wird einmal gefragt.</translation>
    </message>
    <message>
        <source>The fallback %1 is neither a provider of this file nor one that this version supports; it is skipped.</source>
        <translation>Der Fallback %1 ist weder ein Anbieter dieser Datei noch einer, den diese Version ausführen kann; er wird übersprungen.</translation>
    </message>
    <message>
        <source>The fallbacks of a fallback are not asked.</source>
        <translation>Die Fallbacks eines Fallbacks werden nicht gefragt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be true or false.</source>
        <translation>„%1“ muss true oder false sein.</translation>
    </message>
    <message>
        <source>&quot;fallback&quot; must be a list of provider ids, labels, or maps with an &quot;id&quot;.</source>
        <translation>„fallback“ muss eine Liste von Anbieter-IDs, Bezeichnungen oder Maps mit einer „id“ sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; gives no embeddings; name a provider such as &quot;%2&quot;, or a server with an API like OpenAI&apos;s under &quot;provider.embedding&quot;</source>
        <translation>„%1“ gibt keine Embeddings; nennen Sie unter „provider.embedding“ einen Anbieter wie „%2“ oder einen Server mit einer API wie der von OpenAI</translation>
    </message>
    <message>
        <source>The prompt %1 is left out: programs are not run and other services are not asked for prompts. Put its text into the file.</source>
        <translation>Der Prompt %1 ist weggelassen: Für Prompts werden weder Programme ausgeführt noch andere Dienste gefragt. Schreiben Sie seinen Text in die Datei.</translation>
    </message>
    <message>
        <source>%1 is kept but not run: scripts are JavaScript.</source>
        <translation>%1 bleibt erhalten, wird aber nicht ausgeführt: Skripte sind JavaScript.</translation>
    </message>
    <message>
        <source>&quot;nunjucksFilters&quot; must be a map of names and files.</source>
        <translation>„nunjucksFilters“ muss eine Map aus Namen und Dateien sein.</translation>
    </message>
    <message>
        <source>%1 is no file of JavaScript.</source>
        <translation>%1 ist keine JavaScript-Datei.</translation>
    </message>
    <message>
        <source>This version does not support the provider %1; its fallbacks are asked.</source>
        <translation>Der Anbieter %1 kann von dieser Version nicht ausgeführt werden; seine Fallbacks werden gefragt.</translation>
    </message>
    <message>
        <source>This provider is in the list already; it is asked once.</source>
        <translation>Dieser Anbieter steht schon in der Liste; er wird einmal gefragt.</translation>
    </message>
    <message>
        <source>&quot;filterRange&quot; must be a range such as 0:10, 10: or :10, without its end.</source>
        <translation>„filterRange“ muss ein Bereich wie 0:10, 10: oder :10 sein, das Ende zählt nicht mit.</translation>
    </message>
    <message>
        <source>%1 is not sent: settings are read from YAML and JSON files.</source>
        <translation>%1 wird nicht gesendet: Einstellungen werden aus YAML- und JSON-Dateien gelesen.</translation>
    </message>
    <message>
        <source>%1 is named by a file that it names itself.</source>
        <translation>%1 wird von einer Datei genannt, die sie selbst nennt.</translation>
    </message>
    <message>
        <source>it was not read with the experiment</source>
        <translation>sie wurde nicht mit dem Experiment gelesen</translation>
    </message>
    <message>
        <source>nothing is written here</source>
        <translation>hier wird nichts geschrieben</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no endpoint for %2 that this version knows; name a provider such as &quot;%3&quot;</source>
        <translation>„%1“ ist kein Endpunkt für %2, den diese Version kennt; nennen Sie einen Anbieter wie „%3“</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot search the web; give it a tool for that under &quot;config.tools&quot; (such as web_search), or name another &quot;provider&quot; in the check</source>
        <translation>„%1“ kann nicht im Web suchen; geben Sie ihm dafür unter „config.tools“ ein Werkzeug (etwa web_search), oder nennen Sie im Check einen anderen „provider“</translation>
    </message>
    <message>
        <source>it has nobody to ask: name a &quot;provider&quot; in the check, such as &quot;%1&quot;</source>
        <translation>es gibt niemanden, der gefragt werden kann: nennen Sie im Check einen „provider“, etwa „%1“</translation>
    </message>
    <message>
        <source>%1 is not run: a &quot;rubricPrompt&quot; is read from text, JSON and YAML files.</source>
        <translation>%1 wird nicht ausgeführt: Ein „rubricPrompt“ wird aus Text-, JSON- und YAML-Dateien gelesen.</translation>
    </message>
    <message>
        <source>Tests from %1 are not made: other programs are not run. A script in JavaScript is, without files and network.</source>
        <translation>Tests aus %1 werden nicht erzeugt: Andere Programme werden nicht ausgeführt. Ein Skript in JavaScript schon, ohne Dateien und Netz.</translation>
    </message>
    <message>
        <source>tests made by %1</source>
        <translation>Tests aus %1</translation>
    </message>
    <message>
        <source>The script made no tests: %1</source>
        <translation>Das Skript hat keine Tests erzeugt: %1</translation>
    </message>
    <message>
        <source>it must give a list, or export one.</source>
        <translation>es muss eine Liste liefern oder exportieren.</translation>
    </message>
</context>
<context>
    <name>File</name>
    <message>
        <source>no such file</source>
        <translation>keine solche Datei</translation>
    </message>
    <message>
        <source>not a regular file</source>
        <translation>keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>it is larger than %1 MiB</source>
        <translation>sie ist größer als %1 MiB</translation>
    </message>
    <message>
        <source>The folder cannot be created.</source>
        <translation>Der Ordner kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es ist ein Ordner</translation>
    </message>
    <message>
        <source>The folder does not exist.</source>
        <translation>Den Ordner gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>contains</source>
        <translation>enthält</translation>
    </message>
    <message>
        <source>does not contain</source>
        <translation>enthält nicht</translation>
    </message>
    <message>
        <source>what does not match</source>
        <translation>was nicht passt</translation>
    </message>
    <message>
        <source>either of the two</source>
        <translation>eines von beiden</translation>
    </message>
    <message>
        <source>Nothing matches %1.</source>
        <translation>Nichts passt zu %1.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>No case has a cell that meets all of these conditions:</source>
        <translation>Kein Fall hat eine Zelle, für die all dies gilt:</translation>
    </message>
    <message>
        <source>%1 alone matches nothing</source>
        <translation>%1 allein lässt nichts übrig</translation>
    </message>
    <message numerus="yes">
        <source>%1 alone matches %2 case(s)</source>
        <translation>
            <numerusform>%1 allein lässt %2 Fall übrig</numerusform>
            <numerusform>%1 allein lässt %2 Fälle übrig</numerusform>
        </translation>
    </message>
    <message>
        <source>No model is called “%1”</source>
        <translation>Kein Modell heißt „%1“</translation>
    </message>
    <message>
        <source>No prompt is called “%1”</source>
        <translation>Kein Prompt heißt „%1“</translation>
    </message>
    <message>
        <source>No variant is called “%1”</source>
        <translation>Keine Variante heißt „%1“</translation>
    </message>
    <message>
        <source>No case has a check “%1”</source>
        <translation>Kein Fall hat eine Prüfung „%1“</translation>
    </message>
    <message>
        <source>; did you mean “%1”?</source>
        <translation>; ist „%1“ gemeint?</translation>
    </message>
    <message>
        <source>; there are: %1</source>
        <translation>; es gibt: %1</translation>
    </message>
    <message>
        <source>“%1” is looked for in the answers; did you mean “%2”?</source>
        <translation>„%1“ wird in den Antworten gesucht; ist „%2“ gemeint?</translation>
    </message>
    <message>
        <source>This parenthesis was never opened</source>
        <translation>Zu dieser Klammer fehlt die öffnende</translation>
    </message>
    <message>
        <source>There is nothing to look for</source>
        <translation>Es fehlt, wonach gesucht werden soll</translation>
    </message>
    <message>
        <source>Something has to follow “%1”</source>
        <translation>Auf „%1“ muss etwas folgen</translation>
    </message>
    <message>
        <source>This is nested too deeply</source>
        <translation>Dies ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>The closing parenthesis is missing</source>
        <translation>Die schließende Klammer fehlt</translation>
    </message>
    <message>
        <source>There is nothing to look for before this parenthesis</source>
        <translation>Vor dieser Klammer fehlt, wonach gesucht werden soll</translation>
    </message>
    <message>
        <source>A field has to stand before “%1”</source>
        <translation>Vor „%1“ muss ein Feld stehen</translation>
    </message>
    <message>
        <source>Something has to stand before “%1”</source>
        <translation>Vor „%1“ muss etwas stehen</translation>
    </message>
    <message>
        <source>A number has to follow “%1”</source>
        <translation>Auf „%1“ muss eine Zahl folgen</translation>
    </message>
    <message>
        <source>A name or text has to follow “%1”</source>
        <translation>Auf „%1“ muss ein Name oder Text folgen</translation>
    </message>
    <message>
        <source>“%1” has to be compared with something, as in %2; to look for the word, put it in quotation marks</source>
        <translation>„%1“ muss mit etwas verglichen werden, wie in %2; um das Wort zu suchen, setzen Sie es in Anführungszeichen</translation>
    </message>
    <message>
        <source>There is no field “%1”</source>
        <translation>Es gibt kein Feld „%1“</translation>
    </message>
    <message>
        <source>There is no field “%1”; did you mean “%2”?</source>
        <translation>Es gibt kein Feld „%1“; ist „%2“ gemeint?</translation>
    </message>
    <message>
        <source>“%1” is not compared with anything: write it alone, or “not %1”</source>
        <translation>„%1“ wird mit nichts verglichen: Schreiben Sie es allein oder „not %1“</translation>
    </message>
    <message>
        <source>“%1” is a number: compare it with =, !=, &lt;, &lt;=, &gt; or &gt;=</source>
        <translation>„%1“ ist eine Zahl: Vergleichen Sie sie mit =, !=, &lt;, &lt;=, &gt; oder &gt;=</translation>
    </message>
    <message>
        <source>“%1” is not a number that “%2” can be compared with</source>
        <translation>„%1“ ist keine Zahl, mit der sich „%2“ vergleichen lässt</translation>
    </message>
    <message>
        <source>“%1” is a text: compare it with =, !=, ~ (contains) or !~</source>
        <translation>„%1“ ist ein Text: Vergleichen Sie ihn mit =, !=, ~ (enthält) oder !~</translation>
    </message>
    <message>
        <source>The type of a check has to follow, as in check:is-json</source>
        <translation>Es muss die Art einer Prüfung folgen, wie in check:is-json</translation>
    </message>
    <message>
        <source>A check is compared with = or != and passed, failed or error</source>
        <translation>Eine Prüfung wird mit = oder != und passed, failed oder error verglichen</translation>
    </message>
    <message>
        <source>The pattern cannot be read: %1</source>
        <translation>Das Muster lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>A filter has at most %1 characters</source>
        <translation>Ein Filter hat höchstens %1 Zeichen</translation>
    </message>
    <message>
        <source>The closing quotation mark is missing</source>
        <translation>Das schließende Anführungszeichen fehlt</translation>
    </message>
    <message>
        <source>The closing / of the pattern is missing; a text with a / is put in quotation marks</source>
        <translation>Das schließende / des Musters fehlt; ein Text mit / wird in Anführungszeichen gesetzt</translation>
    </message>
    <message>
        <source>A pattern takes no other flag than i, which ignores capitals</source>
        <translation>Auf ein Muster darf nur i folgen: Dann gelten Groß- und Kleinbuchstaben gleich</translation>
    </message>
    <message>
        <source>The pattern is empty</source>
        <translation>Das Muster ist leer</translation>
    </message>
    <message>
        <source>No case has a variable “%1”</source>
        <translation>Kein Fall hat eine Variable „%1“</translation>
    </message>
    <message>
        <source>No answer has the tag “%1”</source>
        <translation>Keine Antwort hat das Schlagwort „%1“</translation>
    </message>
    <message>
        <source>The name of a variable has to follow, as in var:city</source>
        <translation>Es muss der Name einer Variable folgen, wie in var:city</translation>
    </message>
    <message>
        <source>A tag has to follow, as in tag:too-long</source>
        <translation>Es muss ein Schlagwort folgen, wie in tag:too-long</translation>
    </message>
    <message>
        <source>No case has metadata “%1”</source>
        <translation>Kein Fall hat Metadaten „%1“</translation>
    </message>
    <message>
        <source>No case expects a field “%1”</source>
        <translation>Kein Fall erwartet ein Feld „%1“</translation>
    </message>
    <message>
        <source>A field is compared with = or != and one of %1</source>
        <translation>Ein Feld wird mit = oder != verglichen, und zwar mit einem von %1</translation>
    </message>
    <message>
        <source>A key of the metadata has to follow, as in meta:topic</source>
        <translation>Es muss ein Schlüssel der Metadaten folgen, wie in meta:topic</translation>
    </message>
    <message>
        <source>The name of a field has to follow, as in field:total = wrong</source>
        <translation>Es muss der Name eines Feldes folgen, wie in field:total = wrong</translation>
    </message>
</context>
<context>
    <name>FilterFields</name>
    <message>
        <source>the checks passed</source>
        <translation>die Prüfungen sind bestanden</translation>
    </message>
    <message>
        <source>a check did not pass, or an error came instead of an answer</source>
        <translation>eine Prüfung ist nicht bestanden, oder statt einer Antwort kam ein Fehler</translation>
    </message>
    <message>
        <source>there was an error: no answer, or a check that could not be run</source>
        <translation>es gab einen Fehler: keine Antwort, oder eine Prüfung war nicht ausführbar</translation>
    </message>
    <message>
        <source>no check said anything</source>
        <translation>keine Prüfung hat etwas ergeben</translation>
    </message>
    <message>
        <source>the answer is not that of the baseline</source>
        <translation>die Antwort ist nicht die der Vergleichsvariante</translation>
    </message>
    <message>
        <source>the case passes in one column and fails in another</source>
        <translation>der Fall besteht in einer Spalte und in einer anderen nicht</translation>
    </message>
    <message>
        <source>scores higher than the baseline</source>
        <translation>besser bewertet als die Vergleichsvariante</translation>
    </message>
    <message>
        <source>scores lower than the baseline</source>
        <translation>schlechter bewertet als die Vergleichsvariante</translation>
    </message>
    <message>
        <source>failed where the baseline passed</source>
        <translation>nicht bestanden, wo die Vergleichsvariante bestand</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>stopped before its end</source>
        <translation>vor dem Ende gestoppt</translation>
    </message>
    <message>
        <source>under way now</source>
        <translation>läuft gerade</translation>
    </message>
    <message>
        <source>not begun yet</source>
        <translation>noch nicht begonnen</translation>
    </message>
    <message>
        <source>something was changed since</source>
        <translation>seitdem wurde etwas geändert</translation>
    </message>
    <message>
        <source>the answer is empty</source>
        <translation>ohne ein einziges Zeichen beantwortet</translation>
    </message>
    <message>
        <source>of the checks, 0 to 1</source>
        <translation>Wertung der Prüfungen, 0 bis 1</translation>
    </message>
    <message>
        <source>score minus that of the baseline</source>
        <translation>Wertung minus die der Vergleichsvariante</translation>
    </message>
    <message>
        <source>tokens of the answer</source>
        <translation>Tokens der Antwort</translation>
    </message>
    <message>
        <source>tokens of the prompt</source>
        <translation>Tokens des Prompts</translation>
    </message>
    <message>
        <source>US dollars</source>
        <translation>US-Dollar</translation>
    </message>
    <message>
        <source>seconds until the end, or 500ms</source>
        <translation>Sekunden bis zum Ende, oder 500ms</translation>
    </message>
    <message>
        <source>seconds until the first token</source>
        <translation>Sekunden bis zum ersten Token</translation>
    </message>
    <message>
        <source>tokens per second</source>
        <translation>Tokens pro Sekunde</translation>
    </message>
    <message>
        <source>1 for the first one</source>
        <translation>1 für die erste</translation>
    </message>
    <message>
        <source>name of the model</source>
        <translation>Name des Modells</translation>
    </message>
    <message>
        <source>title of the prompt</source>
        <translation>Titel des Prompts</translation>
    </message>
    <message>
        <source>title of the variant</source>
        <translation>Titel der Variante</translation>
    </message>
    <message>
        <source>title of the case</source>
        <translation>Titel des Falls</translation>
    </message>
    <message>
        <source>text of the answer</source>
        <translation>Text der Antwort</translation>
    </message>
    <message>
        <source>this check did not pass; or = passed, failed, error</source>
        <translation>diese Prüfung ist nicht bestanden; oder = passed, failed, error</translation>
    </message>
    <message>
        <source>1 for the first variant of the experiment</source>
        <translation>1 für die erste Variante des Experiments</translation>
    </message>
    <message>
        <source>1 for the first prompt of the experiment</source>
        <translation>1 für den ersten Prompt des Experiments</translation>
    </message>
    <message>
        <source>an answer that the checks of the case name</source>
        <translation>eine Antwort, die die Prüfungen des Falls nennen</translation>
    </message>
    <message>
        <source>value of this variable of the case</source>
        <translation>Wert dieser Variable des Falls</translation>
    </message>
    <message>
        <source>a person rated the answer</source>
        <translation>ein Mensch hat die Antwort bewertet</translation>
    </message>
    <message>
        <source>of a person, 0 to 1, or up or down</source>
        <translation>Bewertung eines Menschen, 0 bis 1, oder up oder down</translation>
    </message>
    <message>
        <source>a person gave the answer this tag</source>
        <translation>ein Mensch hat der Antwort dieses Schlagwort gegeben</translation>
    </message>
    <message>
        <source>text of a person&apos;s comment</source>
        <translation>Text des Kommentars eines Menschen</translation>
    </message>
    <message>
        <source>not asked: the race was decided before</source>
        <translation>nicht angefragt: Das Rennen war schon entschieden</translation>
    </message>
    <message>
        <source>value of this key of the case&apos;s metadata</source>
        <translation>Wert dieses Schlüssels der Metadaten des Falls</translation>
    </message>
    <message>
        <source>an extracted field: right, wrong, missing, invented or ungrounded; * is any field</source>
        <translation>ein Feld der Antwort: right, wrong, missing, invented oder ungrounded; * ist jedes Feld</translation>
    </message>
</context>
<context>
    <name>Grader</name>
    <message>
        <source>the judge was not asked again; running the cell asks it</source>
        <translation>der Bewerter wurde nicht erneut gefragt; das Ausführen der Zelle fragt ihn</translation>
    </message>
    <message>
        <source>the judge&apos;s reply was withheld by its endpoint</source>
        <translation>die Antwort des Bewerters wurde von seinem Endpunkt zurückgehalten</translation>
    </message>
    <message>
        <source>the judge could not be asked: %1</source>
        <translation>der Bewerter konnte nicht gefragt werden: %1</translation>
    </message>
    <message>
        <source>the run was stopped before the judge replied</source>
        <translation>der Lauf wurde angehalten, bevor der Bewerter antwortete</translation>
    </message>
    <message>
        <source>%1 (it was cut off at its token limit)</source>
        <translation>%1 (an der Tokengrenze abgeschnitten)</translation>
    </message>
</context>
<context>
    <name>GridHead</name>
    <message>
        <source>%1 pass (%2 of %3)</source>
        <translation>%1 bestehen (%2 von %3)</translation>
    </message>
    <message>
        <source>%1 … %2 %</source>
        <comment>from … to percent</comment>
        <translation>%1 … %2 %</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 Prozentpunkte</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>nicht ausgeführt</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>Vergleichsvariante</translation>
    </message>
    <message>
        <source>%1 better, %2 worse</source>
        <translation>%1 besser, %2 schlechter</translation>
    </message>
    <message>
        <source>%1 + %2 unknown</source>
        <translation>%1 + %2 unbekannt</translation>
    </message>
    <message>
        <source>median %1</source>
        <translation>Median %1</translation>
    </message>
    <message>
        <source>Δ score %1</source>
        <translation>Δ Wertung %1</translation>
    </message>
</context>
<context>
    <name>GridModel</name>
    <message>
        <source>Case</source>
        <translation>Fall</translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message>
        <source>All variants</source>
        <translation>Alle Varianten</translation>
    </message>
    <message>
        <source>Input tokens of a request: %1least %2, median %3, 95 % at most %4, most %5.</source>
        <translation>Eingabetokens einer Anfrage: %1Minimum %2, Median %3, 95 % höchstens %4, Maximum %5.</translation>
    </message>
    <message numerus="yes">
        <source>%1 request(s) are longer than the context of %2 tokens.</source>
        <translation>
            <numerusform>%1 Anfrage ist länger als der Kontext von %2 Tokens.</numerusform>
            <numerusform>%1 Anfragen sind länger als der Kontext von %2 Tokens.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 request(s) have %2 input tokens or more, which have their own price.</source>
        <translation>
            <numerusform>%1 Anfrage hat %2 Eingabetokens oder mehr, die einen eigenen Preis haben.</numerusform>
            <numerusform>%1 Anfragen haben %2 Eingabetokens oder mehr, die einen eigenen Preis haben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Output: %2 tokens on average in %1 answer(s) of a pilot; the interval is that of the whole job, 95 % sure.</source>
        <translation>
            <numerusform>Ausgabe: im Mittel %2 Tokens in %1 Antwort einer Stichprobe; das Intervall ist das des ganzen Auftrags, zu 95 % sicher.</numerusform>
            <numerusform>Ausgabe: im Mittel %2 Tokens in %1 Antworten einer Stichprobe; das Intervall ist das des ganzen Auftrags, zu 95 % sicher.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Output: %2 tokens on average in %1 answer(s) of an earlier run; the interval takes them for a random sample, 95 % sure.</source>
        <translation>
            <numerusform>Ausgabe: im Mittel %2 Tokens in %1 Antwort eines früheren Laufs; das Intervall nimmt sie als Zufallsstichprobe, zu 95 % sicher.</numerusform>
            <numerusform>Ausgabe: im Mittel %2 Tokens in %1 Antworten eines früheren Laufs; das Intervall nimmt sie als Zufallsstichprobe, zu 95 % sicher.</numerusform>
        </translation>
    </message>
    <message>
        <source>Output: from nothing up to %1 tokens a request. A pilot or an earlier run narrows it.</source>
        <translation>Ausgabe: von nichts bis zu %1 Tokens je Anfrage. Eine Stichprobe oder ein früherer Lauf grenzt das ein.</translation>
    </message>
    <message>
        <source>Output: nothing limits it, so the cost is unknown. Set “Output at most”, or ask a pilot.</source>
        <translation>Ausgabe: Nichts begrenzt sie, daher sind die Kosten unbekannt. Setzen Sie „Ausgabe höchstens“ oder ziehen Sie eine Stichprobe.</translation>
    </message>
</context>
<context>
    <name>JsonFault</name>
    <message>
        <source>a JSON value was expected here</source>
        <translation>hier wurde ein JSON-Wert erwartet</translation>
    </message>
    <message>
        <source>the JSON text ends before its value does</source>
        <translation>der JSON-Text endet, bevor sein Wert zu Ende ist</translation>
    </message>
</context>
<context>
    <name>LabelStudy</name>
    <message>
        <source>At least two labels are needed, separated by commas.</source>
        <translation>Es braucht mindestens zwei Klassen, durch Kommas getrennt.</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>It is not a file.</source>
        <translation>Es ist keine Datei.</translation>
    </message>
    <message>
        <source>Its folder does not exist and cannot be created.</source>
        <translation>Der zugehörige Ordner ist nicht vorhanden und kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>It is another program&apos;s database.</source>
        <translation>Es ist die Datenbank eines anderen Programms.</translation>
    </message>
    <message>
        <source>There is no run %1.</source>
        <translation>Es gibt keinen Lauf %1.</translation>
    </message>
    <message>
        <source>It was written by a newer Tempera (version %1 of the ledger; this program knows %2).</source>
        <translation>Es wurde von einem neueren Tempera geschrieben (Version %1 des Hauptbuchs; dieses Programm kennt %2).</translation>
    </message>
    <message>
        <source>A stored token trace is damaged.</source>
        <translation>Eine gespeicherte Token-Spur ist beschädigt.</translation>
    </message>
    <message>
        <source>A token trace was stored by a newer Tempera.</source>
        <translation>Eine Token-Spur wurde von einem neueren Tempera gespeichert.</translation>
    </message>
    <message>
        <source>There is no ledger.</source>
        <translation>Es gibt kein Hauptbuch.</translation>
    </message>
    <message>
        <source>Another program is using it.</source>
        <translation>Ein anderes Programm benutzt es.</translation>
    </message>
    <message>
        <source>This run is under way in another program.</source>
        <translation>Dieser Lauf ist in einem anderen Programm im Gange.</translation>
    </message>
</context>
<context>
    <name>LocalModels</name>
    <message>
        <source>No model is named.</source>
        <translation>Es ist kein Modell angegeben.</translation>
    </message>
    <message>
        <source>No such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>These places were searched: %1.</source>
        <translation>Gesucht wurde in %1.</translation>
    </message>
    <message>
        <source>It contains no GGUF file.</source>
        <translation>Darin liegt keine GGUF-Datei.</translation>
    </message>
    <message>
        <source>It is in a folder of the library: remove the folder, or move the file away.</source>
        <translation>Es liegt in einem Ordner der Bibliothek: Entfernen Sie den Ordner oder legen Sie die Datei woanders hin.</translation>
    </message>
</context>
<context>
    <name>LocalSettings</name>
    <message>
        <source>Threads must be 1 to %1, or 0 for automatic.</source>
        <translation>Threads gehen von 1 bis %1; 0 heißt automatisch.</translation>
    </message>
    <message>
        <source>A context must have %1 to %2 tokens, or 0 for the model&apos;s own.</source>
        <translation>Ein Kontext hat %1 bis %2 Tokens; 0 heißt so viel, wie das Modell selbst hat.</translation>
    </message>
    <message>
        <source>A %1 KV cache needs flash attention: set that to automatic or on, or choose f16.</source>
        <translation>Ein Speicher in %1 braucht Flash-Attention: Stellen Sie sie auf automatisch oder an, oder wählen Sie f16.</translation>
    </message>
    <message>
        <source>GPU layers must be 0 to %1, or -1 for all.</source>
        <translation>GPU-Schichten gehen von 0 bis %1; -1 heißt alle.</translation>
    </message>
    <message>
        <source>“%1” is not a worker&apos;s address: write host:port.</source>
        <translation>„%1“ ist kein Helfer: Schreiben Sie Rechner:Port.</translation>
    </message>
    <message>
        <source>1 to %1 models can be kept loaded.</source>
        <translation>Es können 1 bis %1 Modelle behalten werden.</translation>
    </message>
    <message>
        <source>The time until a model is unloaded must be at most %1 minutes.</source>
        <translation>Die Zeit, bis ein Modell entladen wird, reicht bis %1 Minuten.</translation>
    </message>
    <message>
        <source>%1 to %2 alternatives per token can be stored.</source>
        <translation>%1 bis %2 Alternativen eines Tokens können behalten werden.</translation>
    </message>
</context>
<context>
    <name>ModelFacts</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>Nicht verwendbar</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Quantisation</source>
        <translation>Quantisierung</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>Vokabular</translation>
    </message>
    <message>
        <source>Chat template</source>
        <translation>Chat-Vorlage</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nicht genannt</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Cannot be used: %1</source>
        <translation>Nicht verwendbar: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 token(s)</source>
        <translation>
            <numerusform>%1 Token</numerusform>
            <numerusform>%1 Token</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>mehr als %1</translation>
    </message>
    <message>
        <source>less than %1</source>
        <translation>weniger als %1</translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message>
        <source>The model has no chat template; %1 is used.</source>
        <translation>Das Modell hat keine Chat-Vorlage; %1 wird verwendet.</translation>
    </message>
    <message>
        <source>This part of the JSON schema is not enforced during generation, only checked afterwards: %1.</source>
        <translation>Vom JSON-Schema wird dies nicht beim Schreiben erzwungen, sondern erst danach geprüft: %1.</translation>
    </message>
    <message>
        <source>The answer does not follow its JSON schema: %1</source>
        <translation>Die Antwort entspricht nicht ihrem JSON-Schema: %1</translation>
    </message>
    <message>
        <source>The model does not take %1; it was not sent.</source>
        <translation>Das Modell nimmt %1 nicht an; es wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>Not asked, because the race was decided before. Cases that it took: %1.</source>
        <translation>Nicht angefragt, weil das Rennen schon entschieden war. Dafür nötige Fälle: %1.</translation>
    </message>
    <message>
        <source>The answer is from the cache. Saved: %1</source>
        <translation>Die Antwort kommt aus dem Cache. Gespart: %1</translation>
    </message>
    <message>
        <source>The variable &quot;%1&quot; has no value; nothing was put in its place.</source>
        <translation>Die Variable „%1“ hat keinen Wert; an ihrer Stelle wurde nichts eingesetzt.</translation>
    </message>
    <message>
        <source>A script made this of the model&apos;s answer: %1</source>
        <translation>Ein Skript hat dies aus der Antwort des Modells gemacht: %1</translation>
    </message>
    <message>
        <source>Of several equal servers, this one answered: %1</source>
        <translation>Von mehreren gleichwertigen Servern hat dieser geantwortet: %1</translation>
    </message>
    <message>
        <source>The script&apos;s output was no text but data (%1); this is its JSON.</source>
        <translation>Die Ausgabe des Skripts war kein Text, sondern Daten (%1); dies ist ihr JSON.</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>prompt %1</source>
        <translation>Prompt %1</translation>
    </message>
    <message>
        <source>The experiment has no prompt.</source>
        <translation>Das Experiment hat keinen Prompt.</translation>
    </message>
    <message>
        <source>The experiment has no variant (no provider).</source>
        <translation>Das Experiment hat keine Variante (keinen Anbieter).</translation>
    </message>
    <message>
        <source>The filter is not a regular expression: %1</source>
        <translation>Der Filter ist kein regulärer Ausdruck: %1</translation>
    </message>
    <message>
        <source>There are more than %L1 cells.</source>
        <translation>Das sind mehr als %L1 Zellen.</translation>
    </message>
    <message>
        <source>No case is left to run.</source>
        <translation>Es bleibt kein Fall zum Ausführen übrig.</translation>
    </message>
    <message>
        <source>Put literal braces between {% raw %} and {% endraw %}.</source>
        <translation>Klammern, die wörtlich gemeint sind, stehen zwischen {% raw %} und {% endraw %}.</translation>
    </message>
    <message>
        <source>%1, message %2, line %3: %4</source>
        <translation>%1, Nachricht %2, Zeile %3: %4</translation>
    </message>
    <message>
        <source>A local model takes text only; the prompt has an image or another part that is not text.</source>
        <translation>Ein lokales Modell nimmt nur Text; der Prompt enthält ein Bild oder einen anderen Teil, der kein Text ist.</translation>
    </message>
    <message>
        <source>These are %L1 cells, which do not fit into the %L2 MB of memory that are free. Run a part of the cases at a time.</source>
        <translation>Das sind %L1 Zellen; sie passen nicht in die %L2 MB Speicher, die frei sind. Lassen Sie immer nur einen Teil der Fälle laufen.</translation>
    </message>
    <message>
        <source>(With metadata.tempera.data: text, a case&apos;s values are used as they are.)</source>
        <translation>(Mit metadata.tempera.data: text werden die Werte eines Falls genommen, wie sie sind.)</translation>
    </message>
    <message>
        <source>With its variables filled in, the message is no list of parts in JSON.</source>
        <translation>Mit eingesetzten Variablen ist die Nachricht keine Liste von Teilen in JSON.</translation>
    </message>
    <message>
        <source>The values could not be transformed: %1</source>
        <translation>Die Werte konnten nicht umgewandelt werden: %1</translation>
    </message>
    <message>
        <source>transformVars must give a map.</source>
        <translation>transformVars muss eine Map ergeben.</translation>
    </message>
    <message>
        <source>The variable &quot;%1&quot; has no value: %2</source>
        <translation>Die Variable „%1“ hat keinen Wert: %2</translation>
    </message>
    <message>
        <source>its script gave no output.</source>
        <translation>ihr Skript lieferte keine Ausgabe.</translation>
    </message>
    <message>
        <source>The prompt&apos;s function failed: %1</source>
        <translation>Die Funktion des Prompts schlug fehl: %1</translation>
    </message>
    <message>
        <source>A race needs the same cells for every case; here some tests have prompts, providers or repeats of their own.</source>
        <translation>Ein Rennen braucht bei jedem Fall dieselben Zellen; hier haben einige Tests eigene Prompts, Anbieter oder Wiederholungen.</translation>
    </message>
    <message>
        <source>A race takes the cases in an order of its own; here cells use the answers of earlier ones.</source>
        <translation>Ein Rennen nimmt die Fälle in seiner eigenen Reihenfolge; hier verwenden Zellen die Antworten früherer.</translation>
    </message>
</context>
<context>
    <name>PresetImport</name>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>This is not text in UTF-8.</source>
        <translation>Dies ist kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>This is not a JSON object.</source>
        <translation>Dies ist kein JSON-Objekt.</translation>
    </message>
    <message numerus="yes">
        <source>The file holds %n presets; one at a time can be imported.</source>
        <translation>
            <numerusform>Die Datei enthält %n Voreinstellung; es kann nur eine auf einmal importiert werden.</numerusform>
            <numerusform>Die Datei enthält %n Voreinstellungen; es kann nur eine auf einmal importiert werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is not a preset of LM Studio, llama-server, SillyTavern or KoboldAI.</source>
        <translation>Dies ist keine Voreinstellung von LM Studio, llama-server, SillyTavern oder KoboldAI.</translation>
    </message>
</context>
<context>
    <name>Prices</name>
    <message>
        <source>price %1 in it cannot be read</source>
        <translation>Preis %1 darin ist nicht lesbar</translation>
    </message>
    <message>
        <source>the list of prices is too large</source>
        <translation>die Preisliste ist zu groß</translation>
    </message>
    <message>
        <source>input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>cached input</source>
        <translation>Eingabe aus dem Cache</translation>
    </message>
    <message>
        <source>written into the cache</source>
        <translation>in den Cache geschrieben</translation>
    </message>
    <message>
        <source>written into the cache for an hour</source>
        <translation>für eine Stunde in den Cache geschrieben</translation>
    </message>
    <message>
        <source>reasoning</source>
        <translation>Reasoning</translation>
    </message>
    <message>
        <source>audio input</source>
        <translation>Audio-Eingabe</translation>
    </message>
    <message>
        <source>audio output</source>
        <translation>Audio-Ausgabe</translation>
    </message>
    <message>
        <source>%1, from %2 input tokens on</source>
        <translation>%1, ab %2 Eingabetokens</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>there is no price in it that can be read; LiteLLM&apos;s list of models is expected</source>
        <translation>es steht kein lesbarer Preis darin; erwartet wird die Modellliste von LiteLLM</translation>
    </message>
    <message>
        <source>an address of https is needed</source>
        <translation>eine https-Adresse wird benötigt</translation>
    </message>
</context>
<context>
    <name>PromptReview</name>
    <message>
        <source>This is not a valid template: %1</source>
        <translation>Dies ist keine Vorlage: %1</translation>
    </message>
    <message>
        <source>The prompt is empty.</source>
        <translation>Der Prompt ist leer.</translation>
    </message>
    <message>
        <source>The message is empty.</source>
        <translation>Die Nachricht ist leer.</translation>
    </message>
    <message>
        <source>{%1} is sent literally. Write {{ %1 }} for the value of the variable.</source>
        <translation>{%1} wird so gesendet, wie es dasteht. Den Wert der Variable gibt {{ %1 }}.</translation>
    </message>
    <message>
        <source>There is no filter &quot;%1&quot;.</source>
        <translation>Es gibt keinen Filter „%1“.</translation>
    </message>
    <message>
        <source>There is no test &quot;%1&quot;.</source>
        <translation>Es gibt keinen Test „%1“.</translation>
    </message>
    <message>
        <source>The variable &quot;%1&quot; has no value.</source>
        <translation>Die Variable „%1“ hat keinen Wert.</translation>
    </message>
    <message>
        <source>(case %1)</source>
        <translation>(Fall %1)</translation>
    </message>
    <message>
        <source>(cases: %1, the first is case %2)</source>
        <translation>(Fälle: %1, der erste ist Fall %2)</translation>
    </message>
    <message>
        <source>message %1</source>
        <translation>Nachricht %1</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
</context>
<context>
    <name>QTableView</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>Race</name>
    <message>
        <source>A race compares variants, and there is only one.</source>
        <translation>Ein Rennen vergleicht Varianten, und es gibt nur eine.</translation>
    </message>
    <message>
        <source>A race needs several cases.</source>
        <translation>Ein Rennen braucht mehrere Fälle.</translation>
    </message>
    <message>
        <source>A race compares what the checks say, and there are no checks.</source>
        <translation>Ein Rennen vergleicht, was die Prüfungen sagen, und es gibt keine Prüfungen.</translation>
    </message>
    <message>
        <source>A race needs the same cells for every case; here some tests have prompts, providers or repeats of their own.</source>
        <translation>Ein Rennen braucht bei jedem Fall dieselben Zellen; hier haben einige Tests eigene Prompts, Anbieter oder Wiederholungen.</translation>
    </message>
    <message>
        <source>A race takes the cases in an order of its own; here cells use the answers of earlier ones.</source>
        <translation>Ein Rennen nimmt die Fälle in seiner eigenen Reihenfolge; hier verwenden Zellen die Antworten früherer.</translation>
    </message>
</context>
<context>
    <name>RaceText</name>
    <message numerus="yes">
        <source>%1 of %2 case(s)</source>
        <translation>
            <numerusform>%1 von %2 Fall</numerusform>
            <numerusform>%1 von %2 Fällen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2 not told apart</source>
        <translation>%1 und %2 nicht unterscheidbar</translation>
    </message>
    <message>
        <source>%1 better</source>
        <translation>%1 besser</translation>
    </message>
    <message>
        <source>%1 better than %2</source>
        <translation>%1 besser als %2</translation>
    </message>
    <message>
        <source>%1 worse than %2</source>
        <translation>%1 schlechter als %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between what is said of two pairs of a race</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>about %1 (%2–%3)</source>
        <translation>etwa %1 (%2–%3)</translation>
    </message>
    <message numerus="yes">
        <source>%1 cell(s)</source>
        <translation>
            <numerusform>%1 Zelle</numerusform>
            <numerusform>%1 Zellen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 and about %3 saved.</source>
        <translation>%1, %2 und etwa %3 gespart.</translation>
    </message>
    <message>
        <source>%1 and %2 saved.</source>
        <translation>%1 und %2 gespart.</translation>
    </message>
    <message>
        <source>%1 and about %2 saved.</source>
        <translation>%1 und etwa %2 gespart.</translation>
    </message>
    <message>
        <source>%1 saved.</source>
        <translation>%1 gespart.</translation>
    </message>
    <message>
        <source>How much money that is is not known.</source>
        <translation>Wie viel Geld das ist, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Of the cases in which two variants differ, b that the second wins and c that it loses: E = 2^(b + c)·B(b + 1, c + 1), the mixture over all coins against the fair one (Robbins, Annals of Mathematical Statistics 41, 1970).</source>
        <translation>Von den Fällen, in denen sich zwei Varianten unterscheiden, gewinnt die zweite b und verliert c: E = 2^(b + c)·B(b + 1, c + 1), die Mischung über alle Münzen gegen die faire (Robbins, Annals of Mathematical Statistics 41, 1970).</translation>
    </message>
    <message>
        <source>Of the differences d of a case, each the mean over its repeats: x = (d + 1)/2, and E is the capital of hedged bets that the mean of x is not ½ (Waudby-Smith, Ramdas, JRSS B 86, 2024, §4.4).</source>
        <translation>Von den Differenzen d eines Falls, jede das Mittel über seine Wiederholungen: x = (d + 1)/2, und E ist das Kapital abgesicherter Wetten darauf, dass das Mittel von x nicht ½ ist (Waudby-Smith, Ramdas, JRSS B 86, 2024, §4.4).</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>entschieden</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>nicht entschieden</translation>
    </message>
    <message>
        <source>%1 against %2: highest e-value %3, %4. Cases: %5 better, %6 worse, %7 equal.</source>
        <translation>%1 gegen %2: höchster E-Wert %3, %4. Fälle: %5 besser, %6 schlechter, %7 gleich.</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>Rennen</translation>
    </message>
    <message>
        <source>The cases are run in random order, each with all its variants, and the race looks after every case. %1</source>
        <translation>Die Fälle werden in zufälliger Reihenfolge ausgeführt, jeder mit all seinen Varianten, und das Rennen sieht nach jedem Fall nach. %1</translation>
    </message>
    <message>
        <source>Over the pairs the highest e-values are read as Holm reads p-values: of m pairs that are open the largest has to reach m/α, with α = %1. However often it is looked at, the chance to call any difference that is none is at most α (Ville&apos;s inequality).</source>
        <translation>Über die Paare werden die höchsten E-Werte gelesen, wie Holm p-Werte liest: Von m offenen Paaren muss der größte m/α erreichen, mit α = %1. Wie oft auch nachgesehen wird, die Wahrscheinlichkeit, irgendeinen Unterschied zu nennen, der keiner ist, beträgt höchstens α (Ungleichung von Ville).</translation>
    </message>
    <message>
        <source>Saved money: cells that were not needed times the mean cost of those of the same variant that ran; the interval (95 %, normal approximation) is that of a sum of so many cells about that mean.</source>
        <translation>Gespartes Geld: nicht benötigte Zellen mal mittlere Kosten der ausgeführten derselben Variante; das Intervall (95 %, Normalnäherung) ist das einer Summe von so vielen Zellen um dieses Mittel.</translation>
    </message>
    <message>
        <source>Not decided after %1.</source>
        <translation>Nicht entschieden nach %1.</translation>
    </message>
    <message>
        <source>Not decided after %1: %2.</source>
        <translation>Nicht entschieden nach %1: %2.</translation>
    </message>
    <message>
        <source>Decided after %1: %2.</source>
        <translation>Entschieden nach %1: %2.</translation>
    </message>
    <message>
        <source>race: decided after %1</source>
        <translation>Rennen: entschieden nach %1</translation>
    </message>
    <message>
        <source>race: %1, e-value %2 of %3</source>
        <translation>Rennen: %1, E-Wert %2 von %3</translation>
    </message>
</context>
<context>
    <name>RenderedPane</name>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistent</translation>
    </message>
    <message numerus="yes">
        <source>… and %1 more character(s)</source>
        <translation>
            <numerusform>… und %1 weiteres Zeichen</numerusform>
            <numerusform>… und %1 weitere Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>[%1, %2]</source>
        <translation>[%1, %2]</translation>
    </message>
    <message>
        <source>[image at %1]</source>
        <translation>[Bild unter %1]</translation>
    </message>
    <message>
        <source>image</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>nicht bestanden</translation>
    </message>
    <message>
        <source>not evaluated</source>
        <translation>nicht ausgewertet</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Nicht bestanden</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Not evaluated</source>
        <translation>Nicht ausgewertet</translation>
    </message>
    <message>
        <source>Tokens in → out</source>
        <translation>Tokens ein → aus</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>First token, ms</source>
        <translation>Erstes Token, ms</translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation>Tokens/s</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Fall</translation>
    </message>
    <message>
        <source>Pass rate</source>
        <translation>Bestehensquote</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Scores of the same cases are compared. Where there are several pairs, decisions are corrected for that (Holm, above ten pairs Benjamini-Hochberg).</source>
        <translation>Verglichen werden Wertungen derselben Fälle. Bei mehreren Paaren sind die Entscheidungen dafür korrigiert (Holm, bei mehr als zehn Paaren Benjamini-Hochberg).</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>weicht ab</translation>
    </message>
    <message>
        <source>Words in a case or an answer</source>
        <translation>Wörter in einem Fall oder einer Antwort</translation>
    </message>
    <message>
        <source>Mark what differs from the baseline</source>
        <translation>Markieren, was von der Vergleichsvariante abweicht</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>Vergleichsvariante</translation>
    </message>
    <message numerus="yes">
        <source>In %1 answer(s) that differ from the baseline nothing is marked: they are too long, or came after the first %2.</source>
        <translation>
            <numerusform>In %1 Antwort, die von der Vergleichsvariante abweicht, ist nichts markiert: Sie ist zu lang oder kam nach den ersten %2.</numerusform>
            <numerusform>In %1 Antworten, die von der Vergleichsvariante abweichen, ist nichts markiert: Sie sind zu lang oder kamen nach den ersten %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>With the 95 % interval, clustered by case.</source>
        <translation>Mit dem 95-%-Konfidenzintervall, geclustert nach Fällen.</translation>
    </message>
    <message>
        <source>No check said anything of an answer.</source>
        <translation>Keine Prüfung hat zu einer Antwort etwas ergeben.</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>schlecht</translation>
    </message>
    <message>
        <source>A person says: %1</source>
        <translation>Ein Mensch sagt: %1</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>keiner nötig</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Sum over the cases</source>
        <translation>Summe über die Fälle</translation>
    </message>
</context>
<context>
    <name>ResultFile</name>
    <message>
        <source>the file is larger than the %1 MB that are read of results</source>
        <translation>die Datei ist größer als die %1 MB, die von Ergebnissen gelesen werden</translation>
    </message>
    <message>
        <source>there is no result in this file</source>
        <translation>in dieser Datei ist kein Ergebnis</translation>
    </message>
    <message>
        <source>this is no whole JSON: %1</source>
        <translation>dies ist kein vollständiges JSON: %1</translation>
    </message>
    <message>
        <source>this is no file of results: it has no list &quot;results.results&quot;</source>
        <translation>dies ist keine Ergebnisdatei: Die Liste „results.results“ fehlt</translation>
    </message>
    <message>
        <source>these results are of version %1; versions %2 to %3 are read</source>
        <translation>diese Ergebnisse haben Version %1; gelesen werden Versionen %2 bis %3</translation>
    </message>
    <message>
        <source>there are more than the %1 results that are read</source>
        <translation>es sind mehr als die %1 Ergebnisse, die gelesen werden</translation>
    </message>
    <message>
        <source>result %1 cannot be understood: %2</source>
        <translation>Ergebnis %1 ist nicht zu verstehen: %2</translation>
    </message>
    <message>
        <source>it does not say which provider answered</source>
        <translation>es steht nicht dabei, welcher Anbieter geantwortet hat</translation>
    </message>
    <message>
        <source>&quot;vars&quot; must be a map of variables</source>
        <translation>„vars“ muss eine Map von Variablen sein</translation>
    </message>
</context>
<context>
    <name>Resume</name>
    <message>
        <source>the settings</source>
        <translation>die Einstellungen</translation>
    </message>
    <message>
        <source>case %1</source>
        <translation>Fall %1</translation>
    </message>
    <message>
        <source>prompt %1</source>
        <translation>Prompt %1</translation>
    </message>
    <message>
        <source>the text that is asked</source>
        <translation>der Text der Anfrage</translation>
    </message>
    <message>
        <source>the values of the case</source>
        <translation>die Werte des Falls</translation>
    </message>
    <message>
        <source>the prompt</source>
        <translation>der Prompt</translation>
    </message>
    <message>
        <source>cells: %1 then, %2 now</source>
        <translation>Zellen: damals %1, jetzt %2</translation>
    </message>
    <message>
        <source>cases: %1 then, %2 now</source>
        <translation>Fälle: damals %1, jetzt %2</translation>
    </message>
    <message>
        <source>prompts: %1 then, %2 now</source>
        <translation>Prompts: damals %1, jetzt %2</translation>
    </message>
    <message>
        <source>variants: %1 then, %2 now</source>
        <translation>Varianten: damals %1, jetzt %2</translation>
    </message>
    <message>
        <source>repeats: %1 then, %2 now</source>
        <translation>Wiederholungen: damals %1, jetzt %2</translation>
    </message>
    <message>
        <source>%1 has other checks</source>
        <translation>%1 hat andere Prüfungen</translation>
    </message>
    <message>
        <source>The run is finished: no cell is left to ask.</source>
        <translation>Der Lauf ist fertig: Es ist keine Zelle mehr anzufragen.</translation>
    </message>
    <message>
        <source>the messages</source>
        <translation>die Nachrichten</translation>
    </message>
    <message>
        <source>chat or continuation</source>
        <translation>Chat oder Fortsetzung</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>das Modell</translation>
    </message>
    <message>
        <source>the address</source>
        <translation>die Adresse</translation>
    </message>
    <message>
        <source>the name of the token limit</source>
        <translation>der Name der Tokengrenze</translation>
    </message>
    <message>
        <source>strict mode</source>
        <translation>der strenge Modus</translation>
    </message>
    <message>
        <source>The run cannot be resumed because its experiment has changed: %1. Nothing was asked.</source>
        <translation>Der Lauf kann nicht fortgesetzt werden, weil sich sein Experiment geändert hat: %1. Es wurde nichts angefragt.</translation>
    </message>
    <message>
        <source>%1 is no longer in it</source>
        <translation>%1 ist nicht mehr darin</translation>
    </message>
    <message>
        <source>%1 would be asked differently (%2)</source>
        <translation>%1 würde anders gefragt (%2)</translation>
    </message>
    <message>
        <source>This run asked only some of the cells; what is missing can be run from the window.</source>
        <translation>Dieser Lauf hat nur einen Teil der Zellen angefragt; was fehlt, kann im Fenster ausgeführt werden.</translation>
    </message>
    <message>
        <source>the prompts are others</source>
        <translation>die Prompts sind andere</translation>
    </message>
</context>
<context>
    <name>RunChanges</name>
    <message>
        <source>what all cases share</source>
        <translation>was alle Fälle teilen</translation>
    </message>
    <message>
        <source>changed since: %1</source>
        <translation>seitdem geändert: %1</translation>
    </message>
    <message>
        <source>added since: %1</source>
        <translation>seitdem hinzugefügt: %1</translation>
    </message>
    <message>
        <source>removed since: %1</source>
        <translation>seitdem entfernt: %1</translation>
    </message>
    <message>
        <source>nothing has changed since</source>
        <translation>seitdem hat sich nichts geändert</translation>
    </message>
    <message>
        <source>prompts %1</source>
        <translation>Prompts %1</translation>
    </message>
    <message>
        <source>variants %1</source>
        <translation>Varianten %1</translation>
    </message>
    <message>
        <source>cases %1</source>
        <translation>Fälle %1</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>Reviews and capitals</source>
        <translation>Rezensionen und Hauptstädte</translation>
    </message>
    <message>
        <source>Stories and products</source>
        <translation>Geschichten und Produkte</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Fields as JSON</source>
        <translation>Felder als JSON</translation>
    </message>
    <message>
        <source>Sentences rewritten</source>
        <translation>Umgeschriebene Sätze</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>The cost of a job</source>
        <translation>Was ein Auftrag kostet</translation>
    </message>
</context>
<context>
    <name>SamplingPresets</name>
    <message>
        <source>Deterministic</source>
        <translation>Deterministisch</translation>
    </message>
    <message>
        <source>Careful</source>
        <translation>Vorsichtig</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>Kreativ</translation>
    </message>
    <message>
        <source>Wild</source>
        <translation>Wild</translation>
    </message>
    <message>
        <source>Constant surprise</source>
        <translation>Gleichmäßige Überraschung</translation>
    </message>
    <message>
        <source>llama.cpp&apos;s defaults</source>
        <translation>Voreinstellungen von llama.cpp</translation>
    </message>
</context>
<context>
    <name>Scoring</name>
    <message>
        <source>Only local models can score a given text; answers of this one come with the most likely tokens at best.</source>
        <translation>Nur lokale Modelle sagen, wie wahrscheinlich ein gegebener Text ist; eine Antwort von diesem trägt höchstens die wahrscheinlichsten Tokens.</translation>
    </message>
</context>
<context>
    <name>Script</name>
    <message>
        <source>It was stopped after %1 ms.</source>
        <translation>Es wurde nach %1 ms gestoppt.</translation>
    </message>
    <message>
        <source>It needs more than %1 MiB of memory.</source>
        <translation>Es braucht mehr als %1 MiB Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>It waits for something that never happens: there are no timers and no input here.</source>
        <translation>Es wartet auf etwas, das nie kommt: Hier gibt es weder Timer noch Eingabe.</translation>
    </message>
    <message>
        <source>It is nested too deep.</source>
        <translation>Es ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>Es wurde angehalten.</translation>
    </message>
    <message>
        <source>It returned nothing.</source>
        <translation>Es lieferte nichts.</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>The provider&apos;s script failed: %1</source>
        <translation>Das Skript des Anbieters ist gescheitert: %1</translation>
    </message>
    <message>
        <source>(Scripts run alone: they have no modules, files, network or processes, and no process.env.)</source>
        <translation>(Skripte laufen allein: Sie haben keine Module, keine Dateien, kein Netz, keine Prozesse und kein process.env.)</translation>
    </message>
    <message>
        <source>The provider&apos;s script answered with an error: %1</source>
        <translation>Das Skript des Anbieters hat mit einem Fehler geantwortet: %1</translation>
    </message>
    <message>
        <source>The provider&apos;s script gave no output.</source>
        <translation>Das Skript des Anbieters hat keine Ausgabe geliefert.</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>No local model can be found here: %1</source>
        <translation>Hier ist kein lokales Modell zu finden: %1</translation>
    </message>
    <message>
        <source>This version does not support the provider &quot;%1&quot;.</source>
        <translation>Der Anbieter „%1“ kann von dieser Version nicht ausgeführt werden.</translation>
    </message>
    <message>
        <source>A run is in progress; stop it first.</source>
        <translation>Ein Lauf ist im Gange; stoppen Sie ihn zuerst.</translation>
    </message>
    <message>
        <source>There is no such answer.</source>
        <translation>Diese Antwort gibt es nicht.</translation>
    </message>
    <message>
        <source>Only an answer of a local model can be continued from one of its tokens.</source>
        <translation>Nur die Antwort eines lokalen Modells kann von einem ihrer Tokens aus fortgesetzt werden.</translation>
    </message>
    <message>
        <source>The answer has no such token.</source>
        <translation>Die Antwort hat kein solches Token.</translation>
    </message>
    <message>
        <source>No cell is left to run: all have answers.</source>
        <translation>Keine Zelle ist mehr auszuführen: Alle haben Antworten.</translation>
    </message>
    <message>
        <source>The answer is being read from the ledger.</source>
        <translation>Die Antwort wird aus dem Hauptbuch gelesen.</translation>
    </message>
    <message>
        <source>The run was stopped.</source>
        <translation>Der Lauf wurde angehalten.</translation>
    </message>
    <message>
        <source>A race is run over all cells.</source>
        <translation>Ein Rennen geht immer über alle Zellen.</translation>
    </message>
    <message>
        <source>This run is not stored.</source>
        <translation>Dieser Lauf wird nicht aufgehoben.</translation>
    </message>
</context>
<context>
    <name>SettingRows</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Address from</source>
        <translation>Adresse aus</translation>
    </message>
    <message>
        <source>Form of the prompt</source>
        <translation>Form des Prompts</translation>
    </message>
    <message>
        <source>continuation</source>
        <translation>Fortsetzung</translation>
    </message>
    <message>
        <source>Strict</source>
        <translation>Streng</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Only with the prompts</source>
        <translation>Nur mit den Prompts</translation>
    </message>
</context>
<context>
    <name>ShareText</name>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>Statistics</name>
    <message>
        <source>%1 % interval %2 … %3 points</source>
        <translation>%1-%-Intervall %2 … %3 Prozentpunkte</translation>
    </message>
    <message>
        <source>%1 % interval %2 … %3</source>
        <translation>%1-%-Intervall %2 … %3</translation>
    </message>
    <message>
        <source>too few cases to say more</source>
        <translation>zu wenige Fälle, um mehr zu sagen</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>nicht entschieden</translation>
    </message>
    <message>
        <source>%1 is better</source>
        <translation>%1 ist besser</translation>
    </message>
    <message>
        <source>equal within %1 points</source>
        <translation>gleich bis auf %1 Prozentpunkte</translation>
    </message>
    <message>
        <source>equal within %1</source>
        <translation>gleich bis auf %1</translation>
    </message>
    <message numerus="yes">
        <source>about %1 case(s) would show %2 points</source>
        <translation>
            <numerusform>etwa %1 Fall würde %2 Prozentpunkte zeigen</numerusform>
            <numerusform>etwa %1 Fälle würden %2 Prozentpunkte zeigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %1 case(s) would show a difference of %2</source>
        <translation>
            <numerusform>etwa %1 Fall würde einen Unterschied von %2 zeigen</numerusform>
            <numerusform>etwa %1 Fälle würden einen Unterschied von %2 zeigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 better in %2, worse in %3 of %4 case(s)</source>
        <translation>
            <numerusform>%1 besser in %2, schlechter in %3 von %4 Fall</numerusform>
            <numerusform>%1 besser in %2, schlechter in %3 von %4 Fällen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 case(s) left out, without a result of one of the two</source>
        <translation>
            <numerusform>%1 Fall weggelassen, ohne Ergebnis von einer der beiden</numerusform>
            <numerusform>%1 Fälle weggelassen, ohne Ergebnis von einer der beiden</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message numerus="yes">
        <source>%1 case(s) can show differences of %2 points and more</source>
        <translation>
            <numerusform>%1 Fall kann Unterschiede ab %2 Prozentpunkten zeigen</numerusform>
            <numerusform>%1 Fälle können Unterschiede ab %2 Prozentpunkten zeigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 case(s) can show differences of %2 and more</source>
        <translation>
            <numerusform>%1 Fall kann Unterschiede ab %2 zeigen</numerusform>
            <numerusform>%1 Fälle können Unterschiede ab %2 zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>the ranking is not decisive: no two variants are told apart</source>
        <translation>die Rangfolge entscheidet nichts: Keine zwei Varianten sind unterscheidbar</translation>
    </message>
    <message>
        <source>%1 is better than every other variant</source>
        <translation>%1 ist besser als jede andere Variante</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 pair(s) of variants are told apart; none leads</source>
        <translation>
            <numerusform>%1 von %2 Variantenpaar unterscheidbar; keine Variante führt</numerusform>
            <numerusform>%1 von %2 Variantenpaaren unterscheidbar; keine Variante führt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 preferred in %2, %3 in %4 of %5 pair(s), %6 of them tied</source>
        <translation>
            <numerusform>%1 bevorzugt in %2, %3 in %4 von %5 Paar, davon %6 unentschieden</numerusform>
            <numerusform>%1 bevorzugt in %2, %3 in %4 von %5 Paaren, davon %6 unentschieden</numerusform>
        </translation>
    </message>
    <message>
        <source>of those that differ the share of %1 lies within %2 … %3 % (%4 %, valid at any time)</source>
        <translation>unter den nicht unentschiedenen liegt der Anteil von %1 im Bereich %2 … %3 % (%4 %, jederzeit gültig)</translation>
    </message>
    <message>
        <source>decided: %1 is preferred</source>
        <translation>entschieden: %1 wird bevorzugt</translation>
    </message>
    <message numerus="yes">
        <source>%1 agrees with people in %2 % of %3 answer(s); κ %4, 95 % interval %5 … %6</source>
        <translation>
            <numerusform>%1 stimmt bei %2 % von %3 Antwort mit Menschen überein; κ %4, 95-%-Intervall %5 … %6</numerusform>
            <numerusform>%1 stimmt bei %2 % von %3 Antworten mit Menschen überein; κ %4, 95-%-Intervall %5 … %6</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: checks alone %2 %; people %3 % of %4 case(s); checks put right by people (PPI++) %5 %, 95 % interval %6 … %7 %</source>
        <translation>
            <numerusform>%1: Prüfungen allein %2 %; Menschen %3 % von %4 Fall; durch Menschen berichtigte Prüfungen (PPI++) %5 %, 95-%-Intervall %6 … %7 %</numerusform>
            <numerusform>%1: Prüfungen allein %2 %; Menschen %3 % von %4 Fällen; durch Menschen berichtigte Prüfungen (PPI++) %5 %, 95-%-Intervall %6 … %7 %</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tempera::AdviceModel</name>
    <message>
        <source>Saves</source>
        <translation>Spart</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
</context>
<context>
    <name>Tempera::AlternativesModel</name>
    <message>
        <source>in the answer</source>
        <translation>in der Antwort</translation>
    </message>
    <message>
        <source>would be drawn</source>
        <translation>würde gezogen</translation>
    </message>
    <message>
        <source>cut by %1</source>
        <translation>abgeschnitten von %1</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>rest of the vocabulary</source>
        <translation>Rest des Vokabulars</translation>
    </message>
</context>
<context>
    <name>Tempera::AnswerColumns</name>
    <message>
        <source>Rename a variant</source>
        <translation>Variante umbenennen</translation>
    </message>
    <message>
        <source>baseline: %1</source>
        <translation>Vergleichsvariante: %1</translation>
    </message>
</context>
<context>
    <name>Tempera::AnswerViewMenu</name>
    <message>
        <source>Show Ans&amp;wers</source>
        <translation>Ant&amp;worten zeigen</translation>
    </message>
    <message>
        <source>With Lines &amp;Wrapped</source>
        <translation>Mit &amp;Umbruch</translation>
    </message>
    <message>
        <source>As Rendered &amp;Markdown</source>
        <translation>Als dargestelltes &amp;Markdown</translation>
    </message>
    <message>
        <source>As &amp;Raw Text</source>
        <translation>Als &amp;Rohtext</translation>
    </message>
</context>
<context>
    <name>Tempera::BaselineRuns</name>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen …</translation>
    </message>
</context>
<context>
    <name>Tempera::BatchViews</name>
    <message>
        <source>Submit as &amp;Batch…</source>
        <translation>Als &amp;Batch senden …</translation>
    </message>
    <message>
        <source>Batc&amp;hes…</source>
        <translation>Batc&amp;hes …</translation>
    </message>
    <message>
        <source>Send all cells together to be answered within a day at a lower price</source>
        <translation>Alle Zellen zusammen senden, um sie innerhalb eines Tages zu einem niedrigeren Preis beantworten zu lassen</translation>
    </message>
    <message>
        <source>How far batches are that were sent; fetch their answers</source>
        <translation>Wie weit gesendete Batches sind; ihre Antworten abholen</translation>
    </message>
    <message>
        <source>Not all batches of this run are over yet. Their answers can be fetched together when they are.</source>
        <translation>Noch sind nicht alle Batches dieses Laufs beendet. Ihre Antworten können zusammen abgeholt werden, wenn sie es sind.</translation>
    </message>
</context>
<context>
    <name>Tempera::BatchesDialog</name>
    <message>
        <source>Batches</source>
        <translation>Batches</translation>
    </message>
    <message>
        <source>Batches are answered within a day, and asked for now and then while the window is open. They stand in the ledger: the window may be closed meanwhile.</source>
        <translation>Batches werden innerhalb eines Tages beantwortet, und solange das Fenster offen ist, wird ab und zu nach ihnen gefragt. Sie stehen im Hauptbuch: Das Fenster kann unterdessen geschlossen werden.</translation>
    </message>
    <message>
        <source>No batch was sent yet. Run → Submit as Batch… sends the open experiment to its providers at batch price, and its answers are fetched here.</source>
        <translation>Noch wurde kein Batch gesendet. Ausführen → Als Batch senden … sendet das offene Experiment zum Batch-Preis an seine Anbieter, und seine Antworten werden hier abgeholt.</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>Answers that are merged</source>
        <translation>Antworten, die eingeführt werden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a batch and what went wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Batches that were sent</source>
        <translation>Gesendete Batches</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>Spalten der Tabelle</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>Asks the providers how far the batches are (F5)</source>
        <translation>Fragt die Anbieter, wie weit die Batches sind (F5)</translation>
    </message>
    <message>
        <source>&amp;Fetch Answers</source>
        <translation>Antworten ab&amp;holen</translation>
    </message>
    <message>
        <source>Merges the answers of all batches of this run into it, and judges them</source>
        <translation>Führt die Antworten aller Batches dieses Laufs in ihn ein und bewertet sie</translation>
    </message>
    <message>
        <source>&amp;Cancel Batch…</source>
        <translation>Batch ab&amp;brechen …</translation>
    </message>
    <message>
        <source>Ends what is under way (Delete)</source>
        <translation>Beendet, was im Gange ist (Entf)</translation>
    </message>
    <message>
        <source>&amp;Show Run</source>
        <translation>Lauf &amp;zeigen</translation>
    </message>
    <message>
        <source>Shows the run of this batch in the window (Enter)</source>
        <translation>Zeigt den Lauf dieses Batches im Fenster (Eingabe)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>Stops judging; what is merged by then stays</source>
        <translation>Beendet das Bewerten; was bis dahin eingeführt ist, bleibt</translation>
    </message>
    <message>
        <source>Cancel Batch</source>
        <translation>Batch abbrechen</translation>
    </message>
    <message>
        <source>The batch is cancelled. What was answered by then must be paid and can be fetched; the rest is not asked.</source>
        <translation>Der Batch wird abgebrochen. Was bis dahin beantwortet ist, muss bezahlt werden und kann abgeholt werden; der Rest wird nicht gefragt.</translation>
    </message>
    <message>
        <source>&amp;Cancel the Batch</source>
        <translation>Batch ab&amp;brechen</translation>
    </message>
    <message>
        <source>&amp;Let It Go On</source>
        <translation>&amp;Weiterlaufen lassen</translation>
    </message>
</context>
<context>
    <name>Tempera::BatchesModel</name>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Last asked</source>
        <translation>Zuletzt gefragt</translation>
    </message>
    <message>
        <source>Estimated cost</source>
        <translation>Geschätzte Kosten</translation>
    </message>
    <message>
        <source>%1, fetched</source>
        <translation>%1, abgeholt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The program ended while this batch was sent. Whether the provider has it is not known; its run there is named %1.</source>
        <translation>Das Programm endete, während dieser Batch gesendet wurde. Ob der Anbieter ihn hat, ist nicht bekannt; sein Lauf heißt dort %1.</translation>
    </message>
    <message>
        <source>The provider&apos;s name for it: %1</source>
        <translation>Name beim Anbieter: %1</translation>
    </message>
</context>
<context>
    <name>Tempera::BiasEditor</name>
    <message>
        <source>Token or text</source>
        <translation>Token oder Text</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>Zuschlag</translation>
    </message>
    <message>
        <source>Add a bias</source>
        <translation>Einen Zuschlag hinzufügen</translation>
    </message>
    <message>
        <source>Remove the selected bias</source>
        <translation>Den ausgewählten Zuschlag entfernen</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Row %1 is ignored: it needs a text, and a number or &quot;never&quot;.</source>
        <translation>Zeile %1 zählt noch nicht: Sie braucht einen Text und eine Zahl oder „nie“.</translation>
    </message>
    <message>
        <source>A text, or # and a token&apos;s id. &quot;never&quot; bans it.</source>
        <translation>Ein Text, oder # und die Nummer eines Tokens. „nie“ verbietet es.</translation>
    </message>
</context>
<context>
    <name>Tempera::BlindDialog</name>
    <message>
        <source>Blind A/B</source>
        <translation>Blindvergleich A/B</translation>
    </message>
    <message>
        <source>&amp;Blind A/B…</source>
        <translation>&amp;Blindvergleich A/B …</translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>&amp;Beginnen</translation>
    </message>
    <message>
        <source>Show the &amp;Result</source>
        <translation>&amp;Ergebnis zeigen</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>&amp;with</source>
        <translation>&amp;mit</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Was dabei herauskam</translation>
    </message>
    <message>
        <source>Judged pairs</source>
        <translation>Beurteilte Paare</translation>
    </message>
    <message>
        <source>&amp;Judge On</source>
        <translation>Weiter be&amp;urteilen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>There have to be answers of two variants, or to two prompts, before they can be compared.</source>
        <translation>Erst wenn es Antworten von zwei Varianten oder auf zwei Prompts gibt, lassen sie sich vergleichen.</translation>
    </message>
    <message>
        <source>Choose two that differ.</source>
        <translation>Wählen Sie zwei verschiedene.</translation>
    </message>
    <message>
        <source>%1 pairs are judged, %2 are left. You will see two answers to one case, in random order and on random sides, and say which is better: 1 or ← left, 2 or → right, 3 or ↓ neither, S skip, Backspace undo. Answers that are the same text count as ties and are not shown. You may stop as soon as it is decided; what is judged is kept.</source>
        <translation>Beurteilte Paare: %1, noch offen: %2. Sie sehen jeweils zwei Antworten auf einen Fall, in zufälliger Reihenfolge und auf zufälligen Seiten, und sagen, welche besser ist: 1 oder ← links, 2 oder → rechts, 3 oder ↓ weder noch, S überspringen, Rücktaste rückgängig. Antworten mit gleichem Text zählen als Gleichstand und werden nicht gezeigt. Sie können aufhören, sobald es entschieden ist; was beurteilt ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>&amp;Go On</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>The left side was preferred %1 times, the right side %2 times; %3 pairs were skipped</source>
        <translation>Bevorzugt wurde die linke Seite %1-mal, die rechte %2-mal; übersprungene Paare: %3</translation>
    </message>
    <message>
        <source>Of these pairs, the score of the checks</source>
        <translation>Die Wertung der Prüfungen bei diesen Paaren</translation>
    </message>
    <message>
        <source>Rated answers are being read…</source>
        <translation>Bewertete Antworten werden gelesen …</translation>
    </message>
</context>
<context>
    <name>Tempera::BlindPage</name>
    <message>
        <source>Two answers without names</source>
        <translation>Zwei Antworten ohne Namen</translation>
    </message>
    <message>
        <source>Left answer</source>
        <translation>Linke Antwort</translation>
    </message>
    <message>
        <source>Right answer</source>
        <translation>Rechte Antwort</translation>
    </message>
    <message>
        <source>Left is better (1)</source>
        <translation>Links ist besser (1)</translation>
    </message>
    <message>
        <source>Neither (3)</source>
        <translation>Weder noch (3)</translation>
    </message>
    <message>
        <source>Right is better (2)</source>
        <translation>Rechts ist besser (2)</translation>
    </message>
    <message>
        <source>Skip (S)</source>
        <translation>Überspringen (S)</translation>
    </message>
    <message>
        <source>Undo (Backspace)</source>
        <translation>Rückgängig (Rücktaste)</translation>
    </message>
    <message>
        <source>Show the Result</source>
        <translation>Ergebnis zeigen</translation>
    </message>
    <message>
        <source>Pairs judged</source>
        <translation>Beurteilte Paare</translation>
    </message>
    <message>
        <source>The answers are being read…</source>
        <translation>Die Antworten werden gelesen …</translation>
    </message>
    <message>
        <source>%1 of %2 pairs</source>
        <translation>%1 von %2 Paaren</translation>
    </message>
    <message numerus="yes">
        <source>%1 pair(s) of the same text were taken as ties</source>
        <translation>
            <numerusform>%1 Paar mit gleichem Text gilt als Gleichstand</numerusform>
            <numerusform>%1 Paare mit gleichem Text gelten als Gleichstand</numerusform>
        </translation>
    </message>
    <message>
        <source>enough: decided. You may show the result or go on</source>
        <translation>genug: entschieden. Sie können das Ergebnis zeigen oder weitermachen</translation>
    </message>
    <message>
        <source>not decided yet</source>
        <translation>noch nicht entschieden</translation>
    </message>
</context>
<context>
    <name>Tempera::BudgetsPage</name>
    <message>
        <source>A request starts only if the most that it may cost fits beside what the ledger says was spent and what is under way. All runs of this program count, in US dollars.</source>
        <translation>Eine Anfrage beginnt nur, wenn das Höchste, was sie kosten kann, noch neben das passt, was laut Hauptbuch ausgegeben wurde und was unterwegs ist. Alle Läufe dieses Programms zählen, in US-Dollar.</translation>
    </message>
    <message>
        <source>Limit of a day, in US dollars</source>
        <translation>Limit eines Tages in US-Dollar</translation>
    </message>
    <message>
        <source>Limit of a month, in US dollars</source>
        <translation>Limit eines Monats in US-Dollar</translation>
    </message>
    <message>
        <source>A &amp;day $</source>
        <translation>Je &amp;Tag $</translation>
    </message>
    <message>
        <source>A &amp;month $</source>
        <translation>Je &amp;Monat $</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>Endpoint: a provider of the catalog, or a host</source>
        <translation>Endpunkt: ein Anbieter des Katalogs oder ein Host</translation>
    </message>
    <message>
        <source>Limit of the endpoint for a month, in US dollars</source>
        <translation>Limit des Endpunkts für einen Monat in US-Dollar</translation>
    </message>
    <message>
        <source>&amp;Set</source>
        <translation>&amp;Setzen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Limits of endpoints</source>
        <translation>Limits der Endpunkte</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>Je Monat</translation>
    </message>
    <message>
        <source>No endpoint has a limit of its own.</source>
        <translation>Kein Endpunkt hat ein eigenes Limit.</translation>
    </message>
</context>
<context>
    <name>Tempera::CacheDialog</name>
    <message>
        <source>Response Cache</source>
        <translation>Antwort-Cache</translation>
    </message>
    <message>
        <source>A hosted model is not asked twice for the same: where temperature 0 or a seed says that the same response is wanted, the one that is kept is taken, and costs nothing.</source>
        <translation>Ein gehostetes Modell wird nicht zweimal dasselbe gefragt: Wo Temperatur 0 oder ein Seed zeigen, dass dieselbe Antwort erwünscht ist, wird die aufgehobene genommen und kostet nichts.</translation>
    </message>
    <message>
        <source>Search in prompts, responses and models</source>
        <translation>In Prompts, Antworten und Modellen suchen</translation>
    </message>
    <message>
        <source>Responses that are kept</source>
        <translation>Aufgehobene Antworten</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>Spalten der Tabelle</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Delete &amp;All…</source>
        <translation>&amp;Alle löschen …</translation>
    </message>
    <message numerus="yes">
        <source>Only the newest %1 response(s) are listed.</source>
        <translation>
            <numerusform>Nur die neueste Antwort ist aufgeführt (%1).</numerusform>
            <numerusform>Nur die neuesten %1 Antworten sind aufgeführt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is kept yet.</source>
        <translation>Es ist noch nichts aufgehoben.</translation>
    </message>
    <message>
        <source>Nothing that is kept fits.</source>
        <translation>Nichts Aufgehobenes passt.</translation>
    </message>
    <message>
        <source>Delete All Responses</source>
        <translation>Alle Antworten löschen</translation>
    </message>
    <message numerus="yes">
        <source>%1 kept response(s) are deleted. What is asked again then is paid again. Runs in the ledger stay as they are.</source>
        <translation>
            <numerusform>%1 aufgehobene Antwort wird gelöscht. Was dann erneut gefragt wird, wird erneut bezahlt. Läufe im Hauptbuch bleiben, wie sie sind.</numerusform>
            <numerusform>%1 aufgehobene Antworten werden gelöscht. Was dann erneut gefragt wird, wird erneut bezahlt. Läufe im Hauptbuch bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete &amp;All</source>
        <translation>&amp;Alle löschen</translation>
    </message>
</context>
<context>
    <name>Tempera::CacheModel</name>
    <message>
        <source>%1 in, %2 out</source>
        <comment>tokens</comment>
        <translation>%1 ein, %2 aus</translation>
    </message>
    <message>
        <source>Answered at %1</source>
        <translation>Beantwortet: %1</translation>
    </message>
    <message>
        <source>Its cost: %1</source>
        <translation>Kosten: %1</translation>
    </message>
    <message>
        <source>Last used %1</source>
        <translation>Zuletzt verwendet: %1</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespart</translation>
    </message>
</context>
<context>
    <name>Tempera::CaseSwitcher</name>
    <message>
        <source>Previous Case</source>
        <translation>Vorheriger Fall</translation>
    </message>
    <message>
        <source>Next Case</source>
        <translation>Nächster Fall</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>Compared case</source>
        <translation>Verglichener Fall</translation>
    </message>
    <message>
        <source>Compared repeat</source>
        <translation>Verglichene Wiederholung</translation>
    </message>
    <message>
        <source>No variables: one case</source>
        <translation>Keine Variablen: ein Fall</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>Tempera::ChartPane</name>
    <message>
        <source>The chart as a table</source>
        <translation>Das Diagramm als Tabelle</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>Spalten der Tabelle</translation>
    </message>
</context>
<context>
    <name>Tempera::ChartView</name>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Chart: %1</source>
        <translation>Diagramm: %1</translation>
    </message>
</context>
<context>
    <name>Tempera::ChartsFace</name>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>Pass rate by variant</source>
        <translation>Bestehensquote nach Variante</translation>
    </message>
    <message>
        <source>Cost against quality</source>
        <translation>Kosten gegen Qualität</translation>
    </message>
    <message>
        <source>Time until the end</source>
        <translation>Zeit bis zum Ende</translation>
    </message>
    <message>
        <source>Time until the first token</source>
        <translation>Zeit bis zum ersten Token</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Wertungen</translation>
    </message>
    <message>
        <source>Pass rate by check</source>
        <translation>Bestehensquote nach Prüfung</translation>
    </message>
    <message>
        <source>Pass rate by variable</source>
        <translation>Bestehensquote nach Variable</translation>
    </message>
    <message>
        <source>Pass rate over past runs</source>
        <translation>Bestehensquote früherer Läufe</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Konfusionsmatrix</translation>
    </message>
    <message>
        <source>Variable by which cases are grouped</source>
        <translation>Variable, nach der die Fälle gruppiert werden</translation>
    </message>
    <message>
        <source>Pattern by which cases are grouped</source>
        <translation>Muster, nach dem die Fälle gruppiert werden</translation>
    </message>
    <message>
        <source>pattern (optional)</source>
        <translation>Muster (optional)</translation>
    </message>
    <message>
        <source>A regular expression: cases in whose value it is found against the others. Empty: by value</source>
        <translation>Ein regulärer Ausdruck: Fälle, in deren Wert er gefunden wird, gegen die anderen. Leer: nach Wert</translation>
    </message>
    <message>
        <source>Being computed…</source>
        <translation>Wird berechnet …</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Pass rate by metadata</source>
        <translation>Bestehensquote nach Metadaten</translation>
    </message>
    <message>
        <source>Kept from the input</source>
        <translation>Aus der Eingabe behalten</translation>
    </message>
    <message>
        <source>Fields of JSON answers</source>
        <translation>Felder von JSON-Antworten</translation>
    </message>
    <message>
        <source>Key of the metadata by which cases are grouped</source>
        <translation>Schlüssel der Metadaten, nach dem die Fälle gruppiert werden</translation>
    </message>
</context>
<context>
    <name>Tempera::CheckForm</name>
    <message>
        <source>negate</source>
        <translation>darf nicht so sein</translation>
    </message>
    <message>
        <source>Kind of check</source>
        <translation>Was die Antwort sein muss</translation>
    </message>
    <message>
        <source>The answer:</source>
        <translation>Die Antwort:</translation>
    </message>
    <message>
        <source>Finish reason</source>
        <translation>Warum sie endete</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>Kleinste Zahl</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Größte Zahl</translation>
    </message>
    <message>
        <source>minimum</source>
        <translation>mindestens</translation>
    </message>
    <message>
        <source>maximum</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>For:</source>
        <translation>Für:</translation>
    </message>
    <message>
        <source>How much it counts in the score; 0: only for information.</source>
        <translation>Wie viel sie in der Wertung zählt; 0: nur zur Information.</translation>
    </message>
    <message>
        <source>The name of a score that it counts towards; may be empty.</source>
        <translation>Der Name einer Wertung, für die sie zählt; darf leer sein.</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Weight:</source>
        <translation>Gewicht:</translation>
    </message>
    <message>
        <source>Only “%1”</source>
        <translation>Nur „%1“</translation>
    </message>
    <message>
        <source>All cases</source>
        <translation>Alle Fälle</translation>
    </message>
    <message>
        <source>A text on each line</source>
        <translation>Ein Text je Zeile</translation>
    </message>
    <message>
        <source>A JSON schema; empty: any JSON passes</source>
        <translation>Ein JSON-Schema oder nichts: Jedes JSON ist recht</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Texts, one a line</source>
        <translation>Texte, einer je Zeile</translation>
    </message>
    <message>
        <source>JSON schema</source>
        <translation>JSON-Schema</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>Bewerter</translation>
    </message>
    <message>
        <source>The experiment&apos;s judge</source>
        <translation>Der Bewerter des Experiments</translation>
    </message>
    <message>
        <source>The model that judges, such as openai:chat:gpt-4.1 or local:tempera-mini, or the name of a variant. Empty: the one that the file names under defaultTest.options.provider.</source>
        <translation>Das bewertende Modell, etwa openai:chat:gpt-4.1 oder local:tempera-mini, oder der Name einer Variante. Leer: das, welches die Datei unter defaultTest.options.provider nennt.</translation>
    </message>
    <message>
        <source>Judge:</source>
        <translation>Bewerter:</translation>
    </message>
</context>
<context>
    <name>Tempera::CheckTrialModel</name>
    <message>
        <source>repeat %1</source>
        <translation>Wiederholung %1</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird ausprobiert …</translation>
    </message>
    <message>
        <source>There is no answer yet to try it on.</source>
        <translation>Es gibt noch keine Antwort zum Ausprobieren.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln answer(s) pass</source>
        <translation>
            <numerusform>%1 von %Ln Antwort besteht</numerusform>
            <numerusform>%1 von %Ln Antworten bestehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>Tempera::ChecksModel</name>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Change a check</source>
        <translation>Prüfung ändern</translation>
    </message>
    <message>
        <source>Add a check</source>
        <translation>Prüfung hinzufügen</translation>
    </message>
    <message>
        <source>Remove checks</source>
        <translation>Prüfungen entfernen</translation>
    </message>
    <message>
        <source>all cases</source>
        <translation>alle Fälle</translation>
    </message>
    <message>
        <source>this case</source>
        <translation>dieser Fall</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
</context>
<context>
    <name>Tempera::ChecksPage</name>
    <message>
        <source>Remove the selected checks</source>
        <translation>Ausgewählte Prüfungen entfernen</translation>
    </message>
    <message>
        <source>Checks of the case</source>
        <translation>Prüfungen des Falls</translation>
    </message>
    <message>
        <source>Add a check</source>
        <translation>Prüfung hinzufügen</translation>
    </message>
    <message>
        <source>Insert adds a check, Delete removes the selected ones.</source>
        <translation>Einfg fügt eine Prüfung hinzu, Entf entfernt die ausgewählten.</translation>
    </message>
    <message>
        <source>Check editor</source>
        <translation>Die Prüfung als Formular</translation>
    </message>
    <message>
        <source>Verdicts of the check on the existing answers</source>
        <translation>Was die Prüfung zu den vorhandenen Antworten sagt</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Checks of all cases</source>
        <translation>Prüfungen aller Fälle</translation>
    </message>
    <message>
        <source>Checks of “%1”</source>
        <translation>Prüfungen von „%1“</translation>
    </message>
    <message>
        <source>The case of this check no longer exists. Save it for all cases, or discard it.</source>
        <translation>Den Fall dieser Prüfung gibt es nicht mehr. Speichern Sie sie für alle Fälle oder verwerfen Sie sie.</translation>
    </message>
    <message>
        <source>Add the Check</source>
        <translation>Prüfung hinzufügen</translation>
    </message>
    <message>
        <source>Save the Check</source>
        <translation>Prüfung speichern</translation>
    </message>
</context>
<context>
    <name>Tempera::ColumnComparison</name>
    <message>
        <source>Compare Words with What Is Expected</source>
        <translation>Wörter mit dem Erwarteten vergleichen</translation>
    </message>
    <message>
        <source>Compare Words with the Previous Repeat</source>
        <translation>Wörter mit der vorigen Wiederholung vergleichen</translation>
    </message>
    <message>
        <source>Next Difference</source>
        <translation>Nächster Unterschied</translation>
    </message>
    <message>
        <source>Previous Difference</source>
        <translation>Vorheriger Unterschied</translation>
    </message>
    <message>
        <source>Only Differences</source>
        <translation>Nur Unterschiede</translation>
    </message>
    <message>
        <source>Shows only the lines that differ, with one line of context</source>
        <translation>Zeigt nur die Zeilen, die sich unterscheiden, mit je einer Zeile davor und danach</translation>
    </message>
    <message>
        <source>Not compared: this is the first repeat</source>
        <translation>Nicht verglichen: Dies ist die erste Wiederholung</translation>
    </message>
    <message>
        <source>Compare Words with the Selected Column</source>
        <translation>Wörter mit der ausgewählten Spalte vergleichen</translation>
    </message>
    <message>
        <source>Compare Words with the Baseline Run</source>
        <translation>Wörter mit dem Vergleichslauf vergleichen</translation>
    </message>
    <message>
        <source>Compare Words with the Input</source>
        <translation>Wörter mit der Eingabe vergleichen</translation>
    </message>
    <message>
        <source>Differences in One Text</source>
        <translation>Unterschiede in einem Text</translation>
    </message>
    <message>
        <source>Shows in the compared answer also what is gone, struck through, before what came, underlined</source>
        <translation>Zeigt in der verglichenen Antwort auch, was weggefallen ist, durchgestrichen vor dem, was dafür kam, unterstrichen</translation>
    </message>
</context>
<context>
    <name>Tempera::ColumnFinder</name>
    <message>
        <source>Go to a column by its name</source>
        <translation>Anhand ihres Namens zu einer Spalte gehen</translation>
    </message>
    <message>
        <source>Column…</source>
        <translation>Spalte …</translation>
    </message>
    <message>
        <source>Columns with that name</source>
        <translation>Spalten mit diesem Namen</translation>
    </message>
</context>
<context>
    <name>Tempera::CommandPalette</name>
    <message>
        <source>No match. Actions, cases, variants, models, samples and settings are found here.</source>
        <translation>Nichts heißt so. Hier werden Aktionen, Fälle, Varianten, Modelle, Beispiele und Einstellungen gefunden.</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find an action, a case, a variant, a model, a sample or a setting</source>
        <translation>Aktion, Fall, Variante, Modell, Beispiel oder Einstellung suchen</translation>
    </message>
    <message>
        <source>Matches, the best first</source>
        <translation>Gefundenes, das Beste zuerst</translation>
    </message>
</context>
<context>
    <name>Tempera::ComparePanel</name>
    <message>
        <source>There is no variant yet. Add one: a model with its settings becomes a column here.</source>
        <translation>Es gibt noch keine Variante. Fügen Sie eine hinzu: Ein Modell mit seinen Einstellungen wird hier zu einer Spalte.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Ways to compare</source>
        <translation>Arten des Vergleichs</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Scroll Together</source>
        <translation>Gemeinsam scrollen</translation>
    </message>
    <message>
        <source>Add a variant</source>
        <translation>Variante hinzufügen</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>How answers are shown</source>
        <translation>Wie Antworten gezeigt werden</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>Variants Side by Side</source>
        <translation>Varianten nebeneinander</translation>
    </message>
    <message>
        <source>Prompts Side by Side</source>
        <translation>Prompts nebeneinander</translation>
    </message>
    <message>
        <source>Repeats Side by Side</source>
        <translation>Wiederholungen nebeneinander</translation>
    </message>
    <message>
        <source>What stands side by side</source>
        <translation>Was nebeneinander steht</translation>
    </message>
    <message>
        <source>Whole Conversations Turn by Turn</source>
        <translation>Ganze Gespräche, Beitrag für Beitrag</translation>
    </message>
    <message>
        <source>Runs Side by Side</source>
        <translation>Läufe nebeneinander</translation>
    </message>
</context>
<context>
    <name>Tempera::ConfusionModel</name>
    <message numerus="yes">
        <source>Accuracy (micro F1) %1 of %n answer(s)</source>
        <translation>
            <numerusform>Richtig (Mikro-F1) %1 von %n Antwort</numerusform>
            <numerusform>Richtig (Mikro-F1) %1 von %n Antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>macro: precision %1, recall %2, F1 %3</source>
        <translation>Makro: Genauigkeit %1, Trefferquote %2, F1 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) name no single label: they count as wrong, and are left out of the macro means</source>
        <translation>
            <numerusform>%n Antwort nennt keine einzelne Klasse: Sie zählt als falsch und fehlt in den Makro-Mittelwerten</numerusform>
            <numerusform>%n Antworten nennen keine einzelne Klasse: Sie zählen als falsch und fehlen in den Makro-Mittelwerten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) left out: no single label is expected there</source>
        <translation>
            <numerusform>%n Antwort ausgelassen: Dort wird keine einzelne Klasse erwartet</numerusform>
            <numerusform>%n Antworten ausgelassen: Dort wird keine einzelne Klasse erwartet</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 expected, no single label answered: %2</source>
        <translation>%1 erwartet, keine einzelne Klasse geantwortet: %2</translation>
    </message>
    <message>
        <source>%1 expected, %2 answered: %3</source>
        <translation>%1 erwartet, %2 geantwortet: %3</translation>
    </message>
    <message>
        <source>no single label</source>
        <translation>keine einzelne Klasse</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
</context>
<context>
    <name>Tempera::ConfusionPage</name>
    <message>
        <source>Variant whose answers are compared with what is expected</source>
        <translation>Variante, deren Antworten mit dem Erwarteten verglichen werden</translation>
    </message>
    <message>
        <source>Confusion matrix: expected labels down, answered labels across</source>
        <translation>Konfusionsmatrix: erwartete Klassen in den Zeilen, geantwortete in den Spalten</translation>
    </message>
    <message>
        <source>Answered labels</source>
        <translation>Geantwortete Klassen</translation>
    </message>
    <message>
        <source>Expected labels</source>
        <translation>Erwartete Klassen</translation>
    </message>
    <message>
        <source>Answers are being compared…</source>
        <translation>Antworten werden verglichen …</translation>
    </message>
    <message>
        <source>Nothing looks like labels. A confusion matrix needs cases whose checks (equals, contains …) expect one of a few short words.</source>
        <translation>Nichts sieht nach Klassen aus. Eine Konfusionsmatrix braucht Fälle, deren Prüfungen (equals, contains …) eines von wenigen kurzen Wörtern erwarten.</translation>
    </message>
    <message>
        <source>No answer is there yet.</source>
        <translation>Es gibt noch keine Antwort.</translation>
    </message>
    <message>
        <source>There are too many labels for a filter that would leave these cells.</source>
        <translation>Es sind zu viele Klassen für einen Filter, der nur diese Zellen übrig ließe.</translation>
    </message>
</context>
<context>
    <name>Tempera::CostFace</name>
    <message>
        <source>Progress of the counting</source>
        <translation>Fortschritt des Zählens</translation>
    </message>
    <message>
        <source>Cases of the pilot</source>
        <translation>Fälle der Stichprobe</translation>
    </message>
    <message>
        <source>&amp;Ask a Pilot</source>
        <translation>Stichp&amp;robe ziehen</translation>
    </message>
    <message>
        <source>Really runs so many cases, drawn at random: then the output is drawn from their answers. This may cost money, within the budget of a run</source>
        <translation>Führt so viele zufällig gezogene Fälle wirklich aus: Dann wird die Ausgabe aus ihren Antworten hochgerechnet. Das kann Geld kosten, im Rahmen des Budgets eines Laufs</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>Spalten der Tabelle</translation>
    </message>
    <message>
        <source>What the job costs</source>
        <translation>Was der Auftrag kostet</translation>
    </message>
    <message>
        <source>What would make it cheaper, the largest amount first</source>
        <translation>Was ihn billiger machen würde, der größte Betrag zuerst</translation>
    </message>
    <message>
        <source>S&amp;top Counting</source>
        <translation>&amp;Zählen anhalten</translation>
    </message>
    <message>
        <source>Co&amp;unt Again</source>
        <translation>Ne&amp;u zählen</translation>
    </message>
    <message>
        <source>Counting: %1 of %2 requests</source>
        <translation>Zählen: %1 von %2 Anfragen</translation>
    </message>
    <message>
        <source>%1 of %2 requests counted; the whole is drawn from them</source>
        <translation>%1 von %2 Anfragen gezählt; das Ganze ist daraus hochgerechnet</translation>
    </message>
    <message numerus="yes">
        <source>%1 request(s) counted</source>
        <translation>
            <numerusform>%1 Anfrage gezählt</numerusform>
            <numerusform>%1 Anfragen gezählt</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no variant yet. Add one, and this says what the experiment costs before it is run.</source>
        <translation>Es gibt noch keine Variante. Fügen Sie eine hinzu, und hier steht, was das Experiment kostet, bevor es ausgeführt wird.</translation>
    </message>
    <message>
        <source>The prompts of all cells are counted first. Nothing is sent for that.</source>
        <translation>Zuerst werden die Prompts aller Zellen gezählt. Dafür wird nichts gesendet.</translation>
    </message>
    <message>
        <source>No step is known that would make “%1” cheaper.</source>
        <translation>Es ist kein Schritt bekannt, der „%1“ billiger machen würde.</translation>
    </message>
    <message>
        <source>What would make “%1” cheaper:</source>
        <translation>Was „%1“ billiger machen würde:</translation>
    </message>
</context>
<context>
    <name>Tempera::CostPage</name>
    <message>
        <source>Cost by variant</source>
        <translation>Kosten nach Variante</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Letzter Lauf</translation>
    </message>
    <message>
        <source>The estimate ranges from the input alone to answers of the maximum length. A missing price or limit is reported, never counted as free.</source>
        <translation>Die Schätzung reicht von der Eingabe allein bis zu Antworten an ihrem Limit. Fehlt ein Preis oder ein Limit, wird das angegeben und nie als kostenlos gezählt.</translation>
    </message>
</context>
<context>
    <name>Tempera::CostTrackerModel</name>
    <message>
        <source>This run</source>
        <translation>Dieser Lauf</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Since the beginning</source>
        <translation>Seit Beginn</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>Tokens ein</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>Aus Cache</translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation>Tokens aus</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>%1: %2 tokens in + %3 out = %4, %5</source>
        <translation>%1: %2 Tokens ein + %3 aus = %4, %5</translation>
    </message>
</context>
<context>
    <name>Tempera::CostViews</name>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
</context>
<context>
    <name>Tempera::DiffStrip</name>
    <message>
        <source>Where the answer differs</source>
        <translation>Wo die Antwort abweicht</translation>
    </message>
    <message>
        <source>Where the answer differs: left what it lacks, right what is new, across both what was moved</source>
        <translation>Wo die Antwort abweicht: links, was ihr fehlt, rechts, was neu ist, über beide hinweg, was verschoben wurde</translation>
    </message>
</context>
<context>
    <name>Tempera::DropsModel</name>
    <message>
        <source>−%1 bits</source>
        <translation>−%1 Bit</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Rückgang</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
</context>
<context>
    <name>Tempera::EffectPanel</name>
    <message>
        <source>&amp;Effect of This Edit</source>
        <translation>&amp;Wirkung dieser Änderung</translation>
    </message>
    <message>
        <source>Score the answer below under the prompt as it is now, without generating anything (Ctrl+Shift+E)</source>
        <translation>Die Antwort unten unter dem jetzigen Prompt bewerten, ohne etwas zu schreiben (Strg+Umschalt+E)</translation>
    </message>
    <message>
        <source>Blue: more likely under the edited prompt. Orange: less likely. The arrow keys move from token to token.</source>
        <translation>Blau: unter dem geänderten Prompt wahrscheinlicher. Orange: weniger wahrscheinlich. Die Pfeiltasten gehen über die Tokens.</translation>
    </message>
    <message>
        <source>The answer, token by token</source>
        <translation>Die Antwort, Token für Token</translation>
    </message>
    <message>
        <source>Probability of each token before and after the edit</source>
        <translation>Wahrscheinlichkeit jedes Tokens vor und nach der Änderung</translation>
    </message>
    <message>
        <source>This belongs to another answer or an earlier edit: compute again.</source>
        <translation>Das gehört zu einer anderen Antwort oder einer früheren Änderung: Rechnen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Run first. Then edit the prompt and come back: the answer that was generated for the old prompt is scored under the new one, and you see token by token where it became more likely, before anything is generated.</source>
        <translation>Führen Sie zuerst aus. Ändern Sie dann den Prompt und kommen Sie zurück: Die Antwort auf den alten Prompt wird unter dem neuen bewertet, und Sie sehen Token für Token, wo sie wahrscheinlicher wurde, bevor etwas geschrieben wird.</translation>
    </message>
    <message>
        <source>This answer is from %1. Only local models can score a given answer under another prompt.</source>
        <translation>Diese Antwort ist von %1. Nur lokale Modelle sagen, wie wahrscheinlich eine gegebene Antwort unter einem anderen Prompt ist.</translation>
    </message>
    <message>
        <source>Edit the prompt, then choose Effect of This Edit (Ctrl+Shift+E): the answer of the current variant is scored under the prompt as it is now. Nothing is generated.</source>
        <translation>Ändern Sie den Prompt und wählen Sie dann „Wirkung dieser Änderung“ (Strg+Umschalt+E): Die Antwort der aktuellen Variante wird unter dem jetzigen Prompt bewertet. Es wird nichts geschrieben.</translation>
    </message>
</context>
<context>
    <name>Tempera::EffectTableModel</name>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After the edit</source>
        <translation>Nach der Änderung</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>Log-ratio</source>
        <translation>Log-Verhältnis</translation>
    </message>
    <message>
        <source>«%1»: %2 → %3 (%4)</source>
        <translation>„%1“: %2 → %3 (%4)</translation>
    </message>
    <message>
        <source>Probability of the whole answer: %1 (log-probability %2 → %3) · perplexity %4 → %5 · tokens: %6</source>
        <translation>Wahrscheinlichkeit der ganzen Antwort: %1 (Log-Wahrscheinlichkeit %2 → %3) · Perplexität %4 → %5 · Tokens: %6</translation>
    </message>
</context>
<context>
    <name>Tempera::EndpointOptionsForm</name>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>http://host:port or socks5://host:port</source>
        <translation>http://host:port oder socks5://host:port</translation>
    </message>
    <message>
        <source>Pro&amp;xy</source>
        <translation>Pro&amp;xy</translation>
    </message>
    <message>
        <source>File with certificates of authorities that are trusted too</source>
        <translation>Datei mit Zertifikaten von Zertifizierungsstellen, denen auch vertraut wird</translation>
    </message>
    <message>
        <source>None beside the system&apos;s</source>
        <translation>Keine außer denen des Systems</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>Aus&amp;wählen …</translation>
    </message>
    <message>
        <source>CA &amp;file</source>
        <translation>CA-&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Headers</source>
        <translation>Heade&amp;r</translation>
    </message>
    <message>
        <source>Name: value</source>
        <translation>Name: Wert</translation>
    </message>
    <message>
        <source>Sent with each request, one a line. A header of the experiment takes the place of one here. Settings are stored as they are: no secrets.</source>
        <translation>Mit jeder Anfrage gesendet, einer je Zeile. Ein Header des Experiments tritt an die Stelle eines gleichen hier. Einstellungen werden gespeichert, wie sie sind: keine Geheimnisse.</translation>
    </message>
    <message>
        <source>Response &amp;begins within, s</source>
        <translation>Antwort begi&amp;nnt innerhalb von, s</translation>
    </message>
    <message>
        <source>The usual limit</source>
        <translation>Das übliche Limit</translation>
    </message>
    <message>
        <source>A request takes at &amp;most, s</source>
        <translation>Eine Anfra&amp;ge dauert höchstens, s</translation>
    </message>
    <message>
        <source>Requests at &amp;once</source>
        <translation>Gleich&amp;zeitige Anfragen</translation>
    </message>
    <message>
        <source>As for all servers</source>
        <translation>Wie bei allen Servern</translation>
    </message>
    <message>
        <source>Requests a min&amp;ute</source>
        <translation>Anfragen je Min&amp;ute</translation>
    </message>
    <message>
        <source>As the server says</source>
        <translation>Wie der Server es sagt</translation>
    </message>
    <message>
        <source>Tokens a m&amp;inute</source>
        <translation>Tokens je M&amp;inute</translation>
    </message>
    <message>
        <source>Limits are for each of its models. Tokens are those of prompts and responses together.</source>
        <translation>Die Limits gelten für jedes seiner Modelle. Gezählt werden die Tokens von Prompts und Antworten zusammen.</translation>
    </message>
    <message>
        <source>Equal &amp;servers</source>
        <translation>G&amp;leichwertige Server</translation>
    </message>
    <message>
        <source>https://host/v1</source>
        <translation>https://host/v1</translation>
    </message>
    <message>
        <source>Where several servers share its requests: the address of each, one a line, this one too where it takes part.</source>
        <translation>Wenn sich mehrere Server seine Anfragen teilen: die Adresse jedes Servers, eine je Zeile, auch diese, wenn er mitmacht.</translation>
    </message>
    <message>
        <source>“%1” is out of range.</source>
        <translation>„%1“ liegt außerhalb des zulässigen Bereichs.</translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s); the first is of %1. Valid until %2.</source>
        <translation>
            <numerusform>%n Zertifikat, ausgestellt für %1. Gültig bis %2.</numerusform>
            <numerusform>%n Zertifikate; das erste gehört %1. Gültig bis %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tempera::EndpointsPage</name>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Address of a server</source>
        <translation>Adresse eines Servers</translation>
    </message>
    <message>
        <source>https://host/v1</source>
        <translation>https://host/v1</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>Enter &amp;Key…</source>
        <translation>&amp;Schlüssel eingeben …</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>keiner nötig</translation>
    </message>
    <message>
        <source>present</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Asking %1 …</source>
        <translation>%1 wird gefragt …</translation>
    </message>
    <message>
        <source>%1 responds, but has no models.</source>
        <translation>%1 antwortet, hat aber kein Modell.</translation>
    </message>
    <message>
        <source>%1 (from %2)</source>
        <translation>%1 (aus %2)</translation>
    </message>
    <message>
        <source>The variable %1 says where this server is; the experiment does not.</source>
        <translation>Wo dieser Server ist, sagt die Variable %1, nicht das Experiment.</translation>
    </message>
    <message numerus="yes">
        <source>%1 responds and has %n model(s), among them %2.</source>
        <translation>
            <numerusform>%1 antwortet und hat %n Modell, darunter %2.</numerusform>
            <numerusform>%1 antwortet und hat %n Modelle, darunter %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 responds and has %n model(s): %2.</source>
        <translation>
            <numerusform>%1 antwortet und hat %n Modell: %2.</numerusform>
            <numerusform>%1 antwortet und hat %n Modelle: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>No server is chosen.</source>
        <translation>Kein Server ist ausgewählt.</translation>
    </message>
    <message>
        <source>Options of the server</source>
        <translation>Optionen des Servers</translation>
    </message>
    <message>
        <source>What was typed as an option of %1 cannot be, and was not stored.</source>
        <translation>Was als Option von %1 eingegeben wurde, ist nicht möglich und wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>Options of %1</source>
        <translation>Optionen von %1</translation>
    </message>
    <message>
        <source>%1 responds. It does not list its models.</source>
        <translation>%1 antwortet. Der Server führt seine Modelle nicht auf.</translation>
    </message>
    <message>
        <source>Latency: %1 ms.</source>
        <translation>Latenz: %1 ms.</translation>
    </message>
    <message>
        <source>Its clock is %1 s ahead of this machine&apos;s.</source>
        <translation>Seine Uhr geht gegenüber der dieses Rechners %1 s vor.</translation>
    </message>
    <message>
        <source>Its clock is %1 s behind this machine&apos;s.</source>
        <translation>Seine Uhr geht gegenüber der dieses Rechners %1 s nach.</translation>
    </message>
    <message>
        <source>Its clock agrees with this machine&apos;s within %1 s.</source>
        <translation>Seine Uhr stimmt bis auf %1 s mit der dieses Rechners überein.</translation>
    </message>
</context>
<context>
    <name>Tempera::ErrorBox</name>
    <message>
        <source>Enter key…</source>
        <translation>Schlüssel eingeben …</translation>
    </message>
    <message>
        <source>Run missing and failed</source>
        <translation>Fehlgeschlagenes wiederholen</translation>
    </message>
    <message>
        <source>Runs all cells without an answer again</source>
        <translation>Lässt alle Zellen ohne Antwort noch einmal laufen</translation>
    </message>
</context>
<context>
    <name>Tempera::FallbackEditor</name>
    <message>
        <source>Asked in this order where the model is down, its key or quota is refused, or it does not exist.</source>
        <translation>Werden in dieser Reihenfolge gefragt, wenn das Modell nicht erreichbar ist, sein Schlüssel oder Kontingent abgelehnt wird oder es nicht existiert.</translation>
    </message>
    <message>
        <source>Models that are asked next</source>
        <translation>Modelle, die als nächste gefragt werden</translation>
    </message>
    <message>
        <source>Alt+Up and Alt+Down move a model, Delete takes it from the list.</source>
        <translation>Alt+Auf und Alt+Ab verschieben ein Modell, Entf nimmt es aus der Liste.</translation>
    </message>
    <message>
        <source>Label or provider id</source>
        <translation>Bezeichnung oder Anbieter-ID</translation>
    </message>
    <message>
        <source>Add a model that is asked next</source>
        <translation>Ein Modell hinzufügen, das als nächstes gefragt wird</translation>
    </message>
    <message>
        <source>Add to the models that are asked next</source>
        <translation>Zu den Modellen hinzufügen, die als nächste gefragt werden</translation>
    </message>
    <message>
        <source>Ask it earlier (Alt+Up)</source>
        <translation>Früher fragen (Alt+Auf)</translation>
    </message>
    <message>
        <source>Ask it later (Alt+Down)</source>
        <translation>Später fragen (Alt+Ab)</translation>
    </message>
    <message>
        <source>Do not ask it (Delete)</source>
        <translation>Nicht fragen (Entf)</translation>
    </message>
    <message>
        <source>Also when a check fails</source>
        <translation>Auch wenn eine Prüfung nicht bestanden ist</translation>
    </message>
    <message>
        <source>The next model is asked also where an answer fails its checks. Each attempt is paid for.</source>
        <translation>Das nächste Modell wird auch dann gefragt, wenn eine Antwort ihre Prüfungen nicht besteht. Jeder Versuch wird bezahlt.</translation>
    </message>
    <message>
        <source>How often the same model is asked for another answer where its answer fails its checks. Each is paid for.</source>
        <translation>Wie oft dasselbe Modell nach einer anderen Antwort gefragt wird, wenn seine Antwort ihre Prüfungen nicht besteht. Jede wird bezahlt.</translation>
    </message>
    <message>
        <source>Retries when a check fails:</source>
        <translation>Neue Versuche bei nicht bestandener Prüfung:</translation>
    </message>
    <message>
        <source>Retries when a check fails</source>
        <translation>Neue Versuche bei nicht bestandener Prüfung</translation>
    </message>
</context>
<context>
    <name>Tempera::FieldsModel</name>
    <message numerus="yes">
        <source>%1 of all values are right, in %n answer(s)</source>
        <translation>
            <numerusform>%1 aller Werte sind richtig, in %n Antwort</numerusform>
            <numerusform>%1 aller Werte sind richtig, in %n Antworten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) without a JSON object: all that is expected is missing there</source>
        <translation>
            <numerusform>%n Antwort ohne JSON-Objekt: Dort fehlt alles Erwartete</numerusform>
            <numerusform>%n Antworten ohne JSON-Objekt: Dort fehlt alles Erwartete</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 given texts and numbers stand nowhere in the input: they may be invented</source>
        <translation>%1 von %2 geantworteten Texten und Zahlen stehen nirgends in der Eingabe: Sie könnten erfunden sein</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) left out: no JSON object is expected there</source>
        <translation>
            <numerusform>%n Antwort ausgelassen: Dort wird kein JSON-Objekt erwartet</numerusform>
            <numerusform>%n Antworten ausgelassen: Dort wird kein JSON-Objekt erwartet</numerusform>
        </translation>
    </message>
    <message>
        <source>All fields (micro)</source>
        <translation>Alle Felder (mikro)</translation>
    </message>
    <message>
        <source>all others</source>
        <translation>alle anderen</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>field, what is counted, number</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlend</translation>
    </message>
    <message>
        <source>Invented</source>
        <translation>Erfunden</translation>
    </message>
    <message>
        <source>Not in the input</source>
        <translation>Nicht in der Eingabe</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Anteil richtig</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Expected, and given so</source>
        <translation>Erwartet und so geantwortet</translation>
    </message>
    <message>
        <source>Expected, and given otherwise</source>
        <translation>Erwartet, aber anders geantwortet</translation>
    </message>
    <message>
        <source>Expected, and not given</source>
        <translation>Erwartet, aber nicht geantwortet</translation>
    </message>
    <message>
        <source>Given, and not expected</source>
        <translation>Geantwortet, aber nicht erwartet</translation>
    </message>
    <message>
        <source>Given, and nowhere in what the model was given to work on, in whatever capitals and spaces: possibly invented</source>
        <translation>Geantwortet, steht aber nirgends in dem, womit das Modell arbeiten sollte, gleich in welcher Schreibung und mit welchen Leerzeichen: möglicherweise erfunden</translation>
    </message>
    <message>
        <source>Right, of all values</source>
        <translation>Richtig, von allen Werten</translation>
    </message>
    <message>
        <source>Right, of what was given</source>
        <translation>Richtig, von allem Geantworteten</translation>
    </message>
    <message>
        <source>Right, of what was expected</source>
        <translation>Richtig, von allem Erwarteten</translation>
    </message>
    <message>
        <source>Harmonic mean of precision and recall</source>
        <translation>Harmonisches Mittel aus Genauigkeit und Trefferquote</translation>
    </message>
</context>
<context>
    <name>Tempera::FieldsPage</name>
    <message>
        <source>Variant whose answers are compared field by field</source>
        <translation>Variante, deren Antworten Feld für Feld verglichen werden</translation>
    </message>
    <message>
        <source>Fields of the answers: how many are right, wrong, missing and invented</source>
        <translation>Felder der Antworten: wie viele richtig, falsch, fehlend und erfunden sind</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>Was gezählt wird</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Answers are being compared…</source>
        <translation>Antworten werden verglichen …</translation>
    </message>
    <message>
        <source>No filter can name this field.</source>
        <translation>Kein Filter kann dieses Feld nennen.</translation>
    </message>
    <message>
        <source>No answer is there yet.</source>
        <translation>Es gibt noch keine Antwort.</translation>
    </message>
    <message>
        <source>No case expects a JSON object. Fields need cases with an equals check whose value is one, or a variable called “expected” that is.</source>
        <translation>Kein Fall erwartet ein JSON-Objekt. Felder brauchen Fälle mit einer Prüfung „equals“, deren Wert eines ist, oder mit einer Variable „expected“, die eines ist.</translation>
    </message>
</context>
<context>
    <name>Tempera::FileController</name>
    <message>
        <source>… and %1 more</source>
        <translation>… und %1 weitere</translation>
    </message>
    <message>
        <source>%1 is read by this experiment.</source>
        <translation>%1 wird von diesem Experiment gelesen.</translation>
    </message>
</context>
<context>
    <name>Tempera::FilterBar</name>
    <message>
        <source>Keep this filter as a button, or take its button away</source>
        <translation>Diesen Filter als Schaltfläche behalten oder seine Schaltfläche entfernen</translation>
    </message>
    <message>
        <source>Filter of the cells</source>
        <translation>Filter der Zellen</translation>
    </message>
    <message>
        <source>Filter: failed and tokens &gt; 500</source>
        <translation>Filter: failed and tokens &gt; 500</translation>
    </message>
    <message>
        <source>Fields, texts and /patterns/, joined by and, or, not and parentheses; Up and Down bring earlier filters</source>
        <translation>Felder, Texte und /Muster/, verbunden mit and, or, not und Klammern; die Tasten Auf und Ab holen frühere Filter</translation>
    </message>
    <message>
        <source>Completions of the filter</source>
        <translation>Vervollständigungen des Filters</translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation>Filter: %1</translation>
    </message>
    <message>
        <source>At character %1: %2</source>
        <translation>Bei Zeichen %1: %2</translation>
    </message>
    <message>
        <source>Stop searching; what was found stays (Escape)</source>
        <translation>Suche anhalten; was gefunden wurde, bleibt (Esc)</translation>
    </message>
</context>
<context>
    <name>Tempera::FoldSection</name>
    <message>
        <source>Open; folds away</source>
        <translation>Aufgeklappt; lässt sich zuklappen</translation>
    </message>
    <message>
        <source>Folded; opens</source>
        <translation>Zugeklappt; lässt sich aufklappen</translation>
    </message>
</context>
<context>
    <name>Tempera::GridFace</name>
    <message>
        <source>Nothing has been run yet. Run fills a grid of all cases and variants here.</source>
        <translation>Es wurde noch nichts ausgeführt. „Ausführen“ füllt hier ein Raster aller Fälle und Varianten.</translation>
    </message>
    <message>
        <source>All cases and variants of the run</source>
        <translation>Alle Fälle und Varianten des Laufs</translation>
    </message>
    <message>
        <source>Columns of the grid</source>
        <translation>Spalten des Rasters</translation>
    </message>
    <message>
        <source>Cases of the grid</source>
        <translation>Fälle des Rasters</translation>
    </message>
    <message>
        <source>Order of the cases</source>
        <translation>Reihenfolge der Fälle</translation>
    </message>
    <message>
        <source>Order of the cases; numbers are those of the current column. A click on a head sorts by that column</source>
        <translation>Reihenfolge der Fälle; Zahlen sind die der aktuellen Spalte. Ein Klick auf einen Spaltenkopf sortiert nach dieser Spalte</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>Der Reihe nach</translation>
    </message>
    <message>
        <source>Regressions first</source>
        <translation>Verschlechterungen zuerst</translation>
    </message>
    <message>
        <source>Disagreement first</source>
        <translation>Uneinige zuerst</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wertung</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation>Tokens/s</translation>
    </message>
    <message>
        <source>Height of the rows</source>
        <translation>Höhe der Zeilen</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Kompakt</translation>
    </message>
    <message>
        <source>One line</source>
        <translation>Eine Zeile</translation>
    </message>
    <message>
        <source>Tall</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Show in Columns</source>
        <translation>In Spalten zeigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>Use This Variant as the Baseline</source>
        <translation>Diese Variante als Vergleichsvariante verwenden</translation>
    </message>
    <message>
        <source>Run This Cell Again</source>
        <translation>Diese Zelle erneut ausführen</translation>
    </message>
    <message>
        <source>Filter the Grid</source>
        <translation>Raster filtern</translation>
    </message>
    <message numerus="yes">
        <source>%1 case(s)</source>
        <translation>
            <numerusform>%1 Fall</numerusform>
            <numerusform>%1 Fälle</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 cases</source>
        <translation>%1 von %2 Fällen</translation>
    </message>
    <message>
        <source>Whole Answers Below</source>
        <translation>Ganze Antworten darunter</translation>
    </message>
    <message>
        <source>Only Cases Where This Column Is Better</source>
        <translation>Nur Fälle, in denen diese Spalte besser ist</translation>
    </message>
    <message>
        <source>Only Cases Where This Column Is Worse</source>
        <translation>Nur Fälle, in denen diese Spalte schlechter ist</translation>
    </message>
    <message>
        <source>Go to a Column</source>
        <translation>Zu einer Spalte gehen</translation>
    </message>
    <message>
        <source>Stop Searching</source>
        <translation>Suche anhalten</translation>
    </message>
    <message>
        <source>searching: %1, %2 found</source>
        <translation>wird gesucht: %1, %2 gefunden</translation>
    </message>
    <message>
        <source>stopped at %1, %2 found</source>
        <translation>angehalten bei %1, %2 gefunden</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Only the %1 Better</source>
        <translation>Nur bessere (%1)</translation>
    </message>
    <message>
        <source>Only the %1 Worse</source>
        <translation>Nur schlechtere (%1)</translation>
    </message>
    <message>
        <source>Only Those That Failed</source>
        <translation>Nur nicht bestandene</translation>
    </message>
    <message>
        <source>Show Request</source>
        <translation>Anfrage anzeigen</translation>
    </message>
</context>
<context>
    <name>Tempera::GridModel</name>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>score %1</source>
        <translation>Wertung %1</translation>
    </message>
    <message>
        <source>first token %1</source>
        <translation>erstes Token nach %1</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 Tokens/s</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>seitdem geändert</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>The pattern took too long in %1 answer(s), which count as not matching.</source>
        <translation>
            <numerusform>Das Muster brauchte in %1 Antwort zu lange; sie gilt als nicht passend.</numerusform>
            <numerusform>Das Muster brauchte in %1 Antworten zu lange; sie gelten als nicht passend.</numerusform>
        </translation>
    </message>
    <message>
        <source>The search was stopped before it found anything.</source>
        <translation>Die Suche wurde angehalten, bevor sie etwas fand.</translation>
    </message>
    <message>
        <source>%1; rated %2</source>
        <translation>%1; bewertet mit %2</translation>
    </message>
    <message>
        <source>baseline: %1</source>
        <translation>Vergleichsvariante: %1</translation>
    </message>
    <message>
        <source>several attempts</source>
        <translation>mehrere Versuche</translation>
    </message>
    <message>
        <source>%1; several attempts</source>
        <translation>%1; mehrere Versuche</translation>
    </message>
</context>
<context>
    <name>Tempera::ImportColumnsModel</name>
    <message>
        <source>(left out)</source>
        <translation>(weggelassen)</translation>
    </message>
    <message>
        <source>(description)</source>
        <translation>(Beschreibung)</translation>
    </message>
    <message>
        <source>(expected)</source>
        <translation>(erwartet)</translation>
    </message>
    <message>
        <source>(threshold)</source>
        <translation>(Bestehensgrenze)</translation>
    </message>
    <message>
        <source>(metric)</source>
        <translation>(Metrik)</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Geht nach</translation>
    </message>
</context>
<context>
    <name>Tempera::ImportDialog</name>
    <message>
        <source>Import Cases</source>
        <translation>Fälle importieren</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>&amp;Vorschau</translation>
    </message>
    <message>
        <source>&amp;Append the rows as new cases</source>
        <translation>Zeilen als neue Fälle &amp;anhängen</translation>
    </message>
    <message>
        <source>&amp;Overwrite the cases</source>
        <translation>Fälle ü&amp;berschreiben</translation>
    </message>
    <message>
        <source>&amp;Overwrite from case %1 on</source>
        <translation>Ab Fall %1 ü&amp;berschreiben</translation>
    </message>
    <message>
        <source>&amp;Replace all cases</source>
        <translation>Alle Fälle &amp;ersetzen</translation>
    </message>
    <message>
        <source>Insert the &amp;whole text into the current cell</source>
        <translation>&amp;Ganzen Text in die aktuelle Zelle setzen</translation>
    </message>
    <message>
        <source>Rows:</source>
        <translation>Zeilen:</translation>
    </message>
    <message>
        <source>&amp;First row is a header</source>
        <translation>E&amp;rste Zeile enthält Namen</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Vertical bar</source>
        <translation>Senkrechter Strich</translation>
    </message>
    <message>
        <source>Automatic: UTF-8 or UTF-16</source>
        <translation>Automatisch: UTF-8 oder UTF-16</translation>
    </message>
    <message>
        <source>&amp;Delimiter:</source>
        <translation>&amp;Trennzeichen:</translation>
    </message>
    <message>
        <source>&amp;Encoding:</source>
        <translation>&amp;Kodierung:</translation>
    </message>
    <message>
        <source>Column mapping</source>
        <translation>Spalten und wohin sie gehen</translation>
    </message>
    <message>
        <source>Preview of the cases</source>
        <translation>Vorschau der Fälle</translation>
    </message>
    <message>
        <source>Paste Cases</source>
        <translation>Fälle einfügen</translation>
    </message>
    <message>
        <source>In&amp;sert</source>
        <translation>E&amp;insetzen</translation>
    </message>
    <message>
        <source>Import Cases from %1</source>
        <translation>Fälle aus %1 importieren</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Two columns are mapped to “%1”: give one of them another name.</source>
        <translation>Zwei Spalten gehen nach „%1“: Geben Sie einer einen anderen Namen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln Zeichen</numerusform>
            <numerusform>%Ln Zeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tempera::InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Sampling</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Alternatives</source>
        <translation>Alternativen</translation>
    </message>
</context>
<context>
    <name>Tempera::JobTableModel</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 + unknown</source>
        <translation>%1 + unbekannt</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>cached</source>
        <translation>aus Cache</translation>
    </message>
    <message>
        <source>within a day</source>
        <translation>innerhalb eines Tages</translation>
    </message>
    <message>
        <source>Nobody knows how long an answer takes: give the endpoint&apos;s limits, or ask a pilot.</source>
        <translation>Niemand weiß, wie lange eine Antwort dauert: Geben Sie die Limits des Endpunkts an oder ziehen Sie eine Stichprobe.</translation>
    </message>
    <message>
        <source>No answer of it is known yet.</source>
        <translation>Von ihr ist noch keine Antwort bekannt.</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>Tokens ein</translation>
    </message>
    <message>
        <source>Out each</source>
        <translation>Ausgabe je Anfrage</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>Aus Cache</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Cheapest</source>
        <translation>Am billigsten</translation>
    </message>
    <message>
        <source>1,000 documents</source>
        <translation>1.000 Dokumente</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>Tempera::JobWishBar</name>
    <message>
        <source>&amp;Documents</source>
        <translation>D&amp;okumente</translation>
    </message>
    <message>
        <source>How many cases the job has. Empty: those of the experiment</source>
        <translation>Wie viele Fälle der Auftrag hat. Leer: die des Experiments</translation>
    </message>
    <message>
        <source>&amp;Output at most</source>
        <translation>Ausgabe hö&amp;chstens</translation>
    </message>
    <message>
        <source>The most tokens of an answer. Empty: as the variant has it</source>
        <translation>Höchstzahl der Tokens einer Antwort. Leer: wie in der Variante</translation>
    </message>
    <message>
        <source>Re&amp;quests a minute</source>
        <translation>A&amp;nfragen je Minute</translation>
    </message>
    <message>
        <source>What the endpoint lets through: the time is drawn from it. Empty: from earlier answers</source>
        <translation>Was der Endpunkt durchlässt: Daraus wird die Zeit hochgerechnet. Leer: aus früheren Antworten</translation>
    </message>
    <message>
        <source>To&amp;kens a minute</source>
        <translation>To&amp;kens je Minute</translation>
    </message>
    <message>
        <source>Input and output that the endpoint lets through. Empty: there is no such limit</source>
        <translation>Ein- und Ausgabe, die der Endpunkt durchlässt. Leer: Es gibt keine solche Grenze</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>output as in known answers</source>
        <translation>Ausgabe wie in bekannten Antworten</translation>
    </message>
    <message>
        <source>output up to its limit</source>
        <translation>Ausgabe bis zu ihrem Limit</translation>
    </message>
    <message>
        <source>Of what the output is drawn</source>
        <translation>Woraus die Ausgabe hochgerechnet wird</translation>
    </message>
    <message>
        <source>as a &amp;batch</source>
        <translation>a&amp;ls Batch</translation>
    </message>
    <message>
        <source>Through the provider&apos;s batch interface: cheaper, and answered within a day</source>
        <translation>Über die Batch-Schnittstelle des Anbieters: billiger, und innerhalb eines Tages beantwortet</translation>
    </message>
    <message>
        <source>as it is</source>
        <comment>a number of a job that nobody changed</comment>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>Model that is asked</source>
        <translation>Modell, das angefragt wird</translation>
    </message>
    <message>
        <source>What the same job costs with another model of the catalog</source>
        <translation>Was derselbe Auftrag mit einem anderen Modell des Katalogs kostet</translation>
    </message>
    <message>
        <source>as the variants have it</source>
        <translation>wie in den Varianten</translation>
    </message>
</context>
<context>
    <name>Tempera::JudgedPairsModel</name>
    <message>
        <source>Neither</source>
        <translation>Weder noch</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>the same text: a tie, nobody was asked</source>
        <translation>gleicher Text: Gleichstand, niemand wurde gefragt</translation>
    </message>
    <message>
        <source>stood left</source>
        <translation>stand links</translation>
    </message>
    <message>
        <source>stood right</source>
        <translation>stand rechts</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Fall</translation>
    </message>
    <message>
        <source>Preferred</source>
        <translation>Bevorzugt</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
</context>
<context>
    <name>Tempera::KeyDialog</name>
    <message>
        <source>Enter a Key</source>
        <translation>Schlüssel eingeben</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Keep it in the key&amp;chain of the desktop</source>
        <translation>In der Schlüssel&amp;verwaltung des Desktops behalten</translation>
    </message>
    <message>
        <source>Otherwise it is forgotten when Tempera quits.</source>
        <translation>Sonst ist er vergessen, wenn Tempera endet.</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Schlüssel</translation>
    </message>
    <message>
        <source>%1 Untick the box to use it for this session only.</source>
        <translation>%1 Ohne das Häkchen gilt er für diese Sitzung.</translation>
    </message>
    <message>
        <source>The key %1 is sent to %2, and to other servers only where you allow it. It is never written to a file, the ledger, a log or an export.</source>
        <translation>Der Schlüssel %1 wird an %2 gesendet, an andere Server nur, wo Sie es erlauben. Er wird nie in eine Datei, das Hauptbuch, ein Protokoll oder einen Export geschrieben.</translation>
    </message>
</context>
<context>
    <name>Tempera::KeyEntry</name>
    <message>
        <source>Name the key of a server</source>
        <translation>Den Schlüssel eines Servers benennen</translation>
    </message>
</context>
<context>
    <name>Tempera::LabelQualityModel</name>
    <message>
        <source>Correct cases among those that were given this label</source>
        <translation>Richtige unter den Fällen, denen diese Klasse gegeben wurde</translation>
    </message>
    <message>
        <source>Cases of this label that were given it; undecided ones count as missed</source>
        <translation>Fälle dieser Klasse, denen sie gegeben wurde; unentschiedene fehlen</translation>
    </message>
    <message>
        <source>How often this was the likeliest label, without the threshold</source>
        <translation>Wie oft dies die wahrscheinlichste Klasse war, ohne die Schwelle</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Fälle</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>as %1</source>
        <translation>als %1</translation>
    </message>
    <message>
        <source>%1 of %2 decided, %3 undecided</source>
        <translation>%1 von %2 entschieden, %3 unentschieden</translation>
    </message>
    <message>
        <source>accuracy %1 (%2 of %3)</source>
        <translation>richtig %1 (%2 von %3)</translation>
    </message>
    <message>
        <source>Brier score %1</source>
        <translation>Brier-Wert %1</translation>
    </message>
    <message>
        <source>calibration error %1</source>
        <translation>Kalibrierungsfehler %1</translation>
    </message>
    <message>
        <source>no case says which label is right</source>
        <translation>kein Fall sagt, welche Klasse richtig ist</translation>
    </message>
    <message>
        <source>in %1 the model prefers none of the labels</source>
        <translation>bei %1 würde das Modell eher keines der Labels sagen</translation>
    </message>
</context>
<context>
    <name>Tempera::LabelsPanel</name>
    <message>
        <source>Compute &amp;Label Probabilities</source>
        <translation>&amp;Klassenwahrscheinlichkeiten berechnen</translation>
    </message>
    <message>
        <source>Ask the local models how likely each label is, without generating anything (Ctrl+Shift+L)</source>
        <translation>Die lokalen Modelle fragen, wie wahrscheinlich jede Klasse ist, ohne etwas zu schreiben (Strg+Umschalt+L)</translation>
    </message>
    <message>
        <source>Labels, separated by commas</source>
        <translation>Klassen, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>positive, negative, neutral</source>
        <translation>positiv, negativ, neutral</translation>
    </message>
    <message>
        <source>&amp;Labels:</source>
        <translation>&amp;Klassen:</translation>
    </message>
    <message>
        <source>Take the labels from the checks and the prompt</source>
        <translation>Die Klassen aus den Prüfungen und dem Prompt nehmen</translation>
    </message>
    <message>
        <source>&amp;Ignore case</source>
        <translation>Groß oder &amp;klein</translation>
    </message>
    <message>
        <source>&quot;Positive&quot; counts as &quot;positive&quot;</source>
        <translation>„Positiv“ zählt als „positiv“</translation>
    </message>
    <message>
        <source>Probabilities of the labels</source>
        <translation>Wahrscheinlichkeiten der Klassen</translation>
    </message>
    <message>
        <source>Precision and recall of each label</source>
        <translation>Wie gut jede Klasse erkannt wird</translation>
    </message>
    <message>
        <source>Decision threshold</source>
        <translation>Anteil, ab dem eine Klasse gegeben wird</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>&amp;Decision threshold</source>
        <translation>&amp;Entscheiden ab einem Anteil von</translation>
    </message>
    <message>
        <source>The labels have been changed since: compute again.</source>
        <translation>Die Klassen wurden seither geändert: Rechnen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Prompt, cases or models have been edited since: hatched bars are out of date.</source>
        <translation>Prompt, Fälle oder Modelle wurden seither geändert: Schraffierte Balken sind veraltet.</translation>
    </message>
    <message>
        <source>There is no variant yet. Add a local model: it can compute how likely each label is.</source>
        <translation>Es gibt noch keine Variante. Fügen Sie ein lokales Modell hinzu: Es kann sagen, wie wahrscheinlich jede Klasse ist.</translation>
    </message>
    <message>
        <source>For a classification prompt, the exact probability of each label is shown here for every case. Type the labels above, or name them in the prompt (&quot;positive, negative or neutral&quot;) or in the checks.</source>
        <translation>Für einen Prompt, der einordnet, steht hier für jeden Fall die genaue Wahrscheinlichkeit jeder Klasse. Schreiben Sie die Klassen oben hin, oder nennen Sie sie im Prompt („positiv, negativ oder neutral“) oder in den Prüfungen.</translation>
    </message>
    <message>
        <source>Compute label probabilities (Ctrl+Shift+L) asks each local model how likely each label is as the answer, for every case. Nothing is generated; sampling settings do not matter.</source>
        <translation>„Klassenwahrscheinlichkeiten berechnen“ (Strg+Umschalt+L) fragt jedes lokale Modell für jeden Fall, wie wahrscheinlich jede Klasse als Antwort ist. Es wird nichts geschrieben; Sampling-Einstellungen spielen keine Rolle.</translation>
    </message>
</context>
<context>
    <name>Tempera::LabelsTableModel</name>
    <message>
        <source>? undecided</source>
        <translation>? unentschieden</translation>
    </message>
    <message>
        <source>%1 (lower bounds)</source>
        <translation>%1 (untere Grenzen)</translation>
    </message>
    <message>
        <source>%1 (edited since)</source>
        <translation>%1 (seither geändert)</translation>
    </message>
    <message>
        <source>no variables</source>
        <translation>keine Variablen</translation>
    </message>
    <message>
        <source>P(%1 | prompt) = %2; share among the labels %3</source>
        <translation>P(%1 | Prompt) = %2; Anteil unter den Klassen %3</translation>
    </message>
    <message>
        <source>Probability that the answer begins with none of the labels</source>
        <translation>Wahrscheinlichkeit, dass die Antwort mit keiner der Klassen beginnt</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Fall</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>Keine davon</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>%1 (more likely none of them)</source>
        <translation>%1 (eher keines davon)</translation>
    </message>
    <message>
        <source>Unconstrained, the model would say something other than a label (%1). The shares and the decision tell what it would say if it had to choose one: with a grammar, or with a prompt that asks for the label alone.</source>
        <translation>Sich selbst überlassen, würde das Modell etwas anderes sagen als ein Label (%1). Die Anteile und die Entscheidung zeigen, was es sagen würde, wenn es eines wählen müsste: mit einer Grammatik oder mit einem Prompt, der nur nach dem Label fragt.</translation>
    </message>
</context>
<context>
    <name>Tempera::LensState</name>
    <message>
        <source>Apply “what if” settings</source>
        <translation>„Was wäre wenn“-Einstellungen übernehmen</translation>
    </message>
    <message>
        <source>Choose a token first.</source>
        <translation>Wählen Sie zuerst ein Token.</translation>
    </message>
    <message>
        <source>Only answers of local models can be continued from one of their tokens.</source>
        <translation>Nur Antworten lokaler Modelle können von einem ihrer Tokens aus fortgesetzt werden.</translation>
    </message>
    <message>
        <source>A prompt is not drawn: only answers can be continued from one of their tokens.</source>
        <translation>Ein Prompt wird nicht gezogen: Nur Antworten können von einem ihrer Tokens aus fortgesetzt werden.</translation>
    </message>
</context>
<context>
    <name>Tempera::LibraryPanel</name>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Pages of the library</source>
        <translation>Seiten der Bibliothek</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>Experimente</translation>
    </message>
    <message>
        <source>Runs in the ledger</source>
        <translation>Läufe im Hauptbuch</translation>
    </message>
    <message>
        <source>No runs yet. Press Ctrl+Return: every finished answer is kept here.</source>
        <translation>Noch keine Läufe. Drücken Sie Strg+Return: Jede fertige Antwort wird hier aufbewahrt.</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Context: %1 tokens, answers up to %2</source>
        <translation>Kontext: %1 Tokens, Antworten bis %2</translation>
    </message>
    <message>
        <source>Price per million tokens: %1 in, %2 out</source>
        <translation>Preis für eine Million Tokens: %1 Eingabe, %2 Ausgabe</translation>
    </message>
    <message>
        <source>Does not take: %1</source>
        <translation>Akzeptiert nicht: %1</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Stand: %1</translation>
    </message>
    <message>
        <source>Double-click a run to see its answers again; Delete stops one that is running</source>
        <translation>Doppelklick auf einen Lauf zeigt seine Antworten wieder; Entf stoppt einen, der noch läuft</translation>
    </message>
    <message>
        <source>&amp;Stop This Run</source>
        <translation>Diesen Lauf &amp;stoppen</translation>
    </message>
    <message>
        <source>&amp;Resume Run</source>
        <translation>Lauf &amp;fortsetzen</translation>
    </message>
</context>
<context>
    <name>Tempera::LiveEstimate</name>
    <message>
        <source>Nothing to run yet</source>
        <translation>Noch nichts auszuführen</translation>
    </message>
    <message>
        <source>≤ %1 out</source>
        <translation>≤ %1 aus</translation>
    </message>
    <message>
        <source>counting tokens…</source>
        <translation>Token werden gezählt …</translation>
    </message>
    <message numerus="yes">
        <source>%1 cell(s)</source>
        <translation>
            <numerusform>%1 Zelle</numerusform>
            <numerusform>%1 Zellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 token(s) in</source>
        <translation>
            <numerusform>%1 Token ein</numerusform>
            <numerusform>%1 Token ein</numerusform>
        </translation>
    </message>
    <message>
        <source>likely %1 (%2)</source>
        <translation>wahrscheinlich %1 (%2)</translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>how long a run takes</comment>
        <translation>etwa %1</translation>
    </message>
</context>
<context>
    <name>Tempera::MachinePage</name>
    <message>
        <source>&amp;Threads</source>
        <translation>&amp;Threads</translation>
    </message>
    <message>
        <source>Processor cores that a model uses. More than the machine has make it slower.</source>
        <translation>Kerne, auf denen ein Modell rechnet. Mehr, als der Rechner hat, machen es langsamer.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>&amp;Context</source>
        <translation>&amp;Kontext</translation>
    </message>
    <message>
        <source>Longest prompt and answer together. A longer one takes more memory.</source>
        <translation>Längster Prompt und Antwort zusammen. Ein längerer braucht mehr Speicher.</translation>
    </message>
    <message>
        <source>The model&apos;s own, at most 8,192</source>
        <translation>Der des Modells, höchstens 8.192</translation>
    </message>
    <message>
        <source>&amp;KV cache</source>
        <translation>Gehalten &amp;als</translation>
    </message>
    <message>
        <source>Data type of the KV cache. q8_0 takes half the memory of f16 and q4_0 a quarter, at a small loss of quality. Strict mode always uses f16.</source>
        <translation>Wie der Kontext gehalten wird. q8_0 braucht halb so viel Speicher wie f16 und q4_0 ein Viertel, für etwas Güte. Der strenge Modus hält immer f16.</translation>
    </message>
    <message>
        <source>&amp;Flash attention</source>
        <translation>&amp;Flash-Attention</translation>
    </message>
    <message>
        <source>Computes attention in one pass: faster, and less memory for long contexts.</source>
        <translation>Berechnet die Aufmerksamkeit in einem Durchgang: schneller, und weniger Speicher bei langen Kontexten.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>&amp;GPU layers</source>
        <translation>&amp;GPU-Schichten</translation>
    </message>
    <message>
        <source>All that fit</source>
        <translation>Alle, die passen</translation>
    </message>
    <message>
        <source>RPC workers</source>
        <translation>RPC-Helfer</translation>
    </message>
    <message>
        <source>host:port, host:port</source>
        <translation>Rechner:Port, Rechner:Port</translation>
    </message>
    <message>
        <source>&amp;RPC workers</source>
        <translation>&amp;RPC-Helfer</translation>
    </message>
    <message>
        <source>Machines with llama.cpp&apos;s rpc-server that hold a part of a model too large for this one. The connection is not encrypted.</source>
        <translation>Rechner mit rpc-server von llama.cpp, die einen Teil eines Modells halten, das für diesen zu groß ist. Was dorthin geht, ist nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>&amp;Models kept loaded</source>
        <translation>&amp;Modelle behalten</translation>
    </message>
    <message>
        <source>Models that stay loaded when nothing uses them.</source>
        <translation>Modelle, die geladen bleiben, wenn nichts sie benutzt.</translation>
    </message>
    <message>
        <source>&amp;Unload after</source>
        <translation>&amp;Entladen nach</translation>
    </message>
    <message>
        <source>Minutes until a model that nothing uses is unloaded.</source>
        <translation>Minuten, bis ein Modell entladen wird, das nichts benutzt.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>&amp;Estimate for</source>
        <translation>&amp;Schätzung für</translation>
    </message>
    <message>
        <source>Memory that this model would need with the settings above.</source>
        <translation>Wie viel Speicher dieses Modell mit den Einstellungen oben bräuchte.</translation>
    </message>
    <message>
        <source>No model on this machine is known yet.</source>
        <translation>Es ist noch kein Modell dieses Rechners bekannt.</translation>
    </message>
    <message>
        <source>About %1: weights %2, KV cache %3, compute buffers %4.</source>
        <translation>Etwa %1: Gewichte %2, Kontext %3, Arbeit %4.</translation>
    </message>
    <message>
        <source>%1 is free.</source>
        <translation>%1 sind frei.</translation>
    </message>
    <message>
        <source>Only %1 is free: it would not be loaded.</source>
        <translation>Nur %1 sind frei: Es würde nicht geladen.</translation>
    </message>
    <message>
        <source>&amp;Alternatives</source>
        <translation>&amp;Alternativen</translation>
    </message>
    <message>
        <source>Most likely alternatives stored for each token, 8 bytes each; the rest is stored as a histogram.</source>
        <translation>Die wahrscheinlichsten Alternativen, die von jedem Token behalten werden, je 8 Byte; wie viele weniger wahrscheinlich sind, bleibt als Histogramm.</translation>
    </message>
    <message>
        <source>Layers in the memory of a graphics card or of RPC workers. Without either this does nothing.</source>
        <translation>Schichten im Speicher einer Grafikkarte oder von RPC-Helfern. Ohne beides bewirkt dies nichts.</translation>
    </message>
</context>
<context>
    <name>Tempera::MainWindow</name>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>repeat ×</source>
        <translation>wiederholen ×</translation>
    </message>
    <message>
        <source>How often each cell is run</source>
        <translation>Wie oft jede Zelle ausgeführt wird</translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation>Neues Experiment</translation>
    </message>
    <message>
        <source>Change the repeats</source>
        <translation>Wiederholungen ändern</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>Aus&amp;führen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>Wieder&amp;herstellen</translation>
    </message>
    <message>
        <source>V&amp;ariant</source>
        <translation>&amp;Variante</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Go To</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>Far&amp;ben</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>&amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Next Pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Previous Pane</source>
        <translation>Vorheriger Bereich</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Sampling</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts…</source>
        <translation>&amp;Tastenkürzel…</translation>
    </message>
    <message>
        <source>&amp;About Tempera</source>
        <translation>&amp;Über Tempera</translation>
    </message>
    <message>
        <source>Tempera</source>
        <translation>Tempera</translation>
    </message>
    <message>
        <source>&amp;Tokens</source>
        <translation>&amp;Tokens</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Token Alternatives</source>
        <translation>Alternativen des Tokens</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>Take the experiment of a run</source>
        <translation>Experiment eines Laufs übernehmen</translation>
    </message>
    <message>
        <source>&amp;Import Cases…</source>
        <translation>Fälle &amp;importieren …</translation>
    </message>
    <message>
        <source>&amp;Rendered Prompt</source>
        <translation>&amp;Fertiger Prompt</translation>
    </message>
    <message>
        <source>&amp;Maximise or Restore Pane</source>
        <translation>Bereich &amp;maximieren oder zurücksetzen</translation>
    </message>
    <message>
        <source>Rendered Prompt</source>
        <translation>Fertiger Prompt</translation>
    </message>
    <message>
        <source>Next Prompt Problem</source>
        <translation>Nächstes Problem der Prompts</translation>
    </message>
    <message>
        <source>Previous Prompt Problem</source>
        <translation>Voriges Problem der Prompts</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen …</translation>
    </message>
    <message>
        <source>repeat</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>case %1</source>
        <translation>Fall %1</translation>
    </message>
    <message>
        <source>becomes a column</source>
        <translation>wird eine Spalte</translation>
    </message>
    <message>
        <source>Nothing was run. %1</source>
        <translation>Es wurde nichts ausgeführt. %1</translation>
    </message>
    <message>
        <source>%1 Runs are kept only until the program quits. The ledger can be renamed and a new one started; nothing is deleted.</source>
        <translation>%1 Läufe werden nur bis zum Ende des Programms aufgehoben. Das Hauptbuch kann einen anderen Namen bekommen, damit ein neues beginnt; nichts wird gelöscht.</translation>
    </message>
    <message>
        <source>&amp;Set Aside and Start a New One</source>
        <translation>&amp;Beiseitelegen und neu beginnen</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>S&amp;päter</translation>
    </message>
    <message>
        <source>The old ledger is now %1.</source>
        <translation>Das alte Hauptbuch heißt jetzt %1.</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>Compare — Tempera</source>
        <translation>Vergleich — Tempera</translation>
    </message>
    <message>
        <source>Compare in a &amp;Window of Its Own</source>
        <translation>&amp;Vergleich in eigenem Fenster</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>S&amp;pend…</source>
        <translation>Aus&amp;gaben …</translation>
    </message>
    <message>
        <source>&amp;Prompts</source>
        <translation>&amp;Prompts</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Show Re&amp;quest</source>
        <translation>Anfra&amp;ge anzeigen</translation>
    </message>
    <message>
        <source>Response &amp;Cache…</source>
        <translation>Antwort-&amp;Cache …</translation>
    </message>
    <message>
        <source>Batches are being sent. The window closes when it is known what came of it.</source>
        <translation>Batches werden gesendet. Das Fenster schließt sich, wenn bekannt ist, was daraus wurde.</translation>
    </message>
    <message>
        <source>&amp;Fetch Answers</source>
        <translation>Antworten ab&amp;holen</translation>
    </message>
</context>
<context>
    <name>Tempera::MarkdownPane</name>
    <message>
        <source>[picture: %1]</source>
        <translation>[Bild: %1]</translation>
    </message>
</context>
<context>
    <name>Tempera::MessageBar</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>Tempera::MessageEditor</name>
    <message>
        <source>Write here. {{ name }} inserts the value of a variable of the case.</source>
        <translation>Hier schreiben. {{ name }} setzt den Wert einer Variable des Falls ein.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistent</translation>
    </message>
    <message>
        <source>Tokens of this message&apos;s text as it is written, before variables are filled in</source>
        <translation>Tokens im Text dieser Nachricht, wie er geschrieben ist, bevor Variablen eingesetzt werden</translation>
    </message>
    <message>
        <source>Move this message up</source>
        <translation>Diese Nachricht nach oben verschieben</translation>
    </message>
    <message>
        <source>Move this message down</source>
        <translation>Diese Nachricht nach unten verschieben</translation>
    </message>
    <message>
        <source>Remove this message</source>
        <translation>Diese Nachricht entfernen</translation>
    </message>
    <message>
        <source>Role of message %1</source>
        <translation>Rolle der Nachricht %1</translation>
    </message>
    <message>
        <source>Text of message %1</source>
        <translation>Text der Nachricht %1</translation>
    </message>
    <message>
        <source>Move message %1 up</source>
        <translation>Nachricht %1 nach oben verschieben</translation>
    </message>
    <message>
        <source>Move message %1 down</source>
        <translation>Nachricht %1 nach unten verschieben</translation>
    </message>
    <message>
        <source>Remove message %1</source>
        <translation>Nachricht %1 entfernen</translation>
    </message>
</context>
<context>
    <name>Tempera::MessagesPage</name>
    <message>
        <source>Messages of the prompt</source>
        <translation>Nachrichten des Prompts</translation>
    </message>
    <message>
        <source>Add message</source>
        <translation>Nachricht hinzufügen</translation>
    </message>
    <message>
        <source>Edit the prompt</source>
        <translation>Prompt bearbeiten</translation>
    </message>
    <message>
        <source>Change a role</source>
        <translation>Rolle ändern</translation>
    </message>
    <message>
        <source>Remove a message</source>
        <translation>Nachricht entfernen</translation>
    </message>
    <message>
        <source>Move a message</source>
        <translation>Nachricht verschieben</translation>
    </message>
    <message>
        <source>Add a prompt</source>
        <translation>Prompt hinzufügen</translation>
    </message>
    <message>
        <source>Add a message</source>
        <translation>Nachricht hinzufügen</translation>
    </message>
</context>
<context>
    <name>Tempera::ModelsPage</name>
    <message>
        <source>Models on this machine</source>
        <translation>Modelle auf diesem Rechner</translation>
    </message>
    <message>
        <source>Double-click a model to add a column with it</source>
        <translation>Doppelklicken Sie auf ein Modell, um eine Spalte damit hinzuzufügen</translation>
    </message>
    <message>
        <source>No model file is known. Add a GGUF file or a folder, or drop it here.</source>
        <translation>Es ist keine Modelldatei bekannt. Fügen Sie eine GGUF-Datei oder einen Ordner hinzu, oder ziehen Sie sie hierher.</translation>
    </message>
    <message>
        <source>Details of the selected model</source>
        <translation>Angaben zum gewählten Modell</translation>
    </message>
    <message>
        <source>Hosted models</source>
        <translation>Gehostete Modelle</translation>
    </message>
    <message>
        <source>Add a model file…</source>
        <translation>Eine Modelldatei hinzufügen…</translation>
    </message>
    <message>
        <source>Add a folder of models…</source>
        <translation>Einen Ordner mit Modellen hinzufügen…</translation>
    </message>
    <message>
        <source>Add a column with this model</source>
        <translation>Eine Spalte mit diesem Modell hinzufügen</translation>
    </message>
    <message>
        <source>Remove it from the library; the file stays</source>
        <translation>Aus der Bibliothek nehmen; die Datei bleibt</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>Auf diesem Rechner</translation>
    </message>
</context>
<context>
    <name>Tempera::OrderEditor</name>
    <message>
        <source>Alt+Up and Alt+Down move a sampler, the space bar switches it on and off.</source>
        <translation>Alt+Auf und Alt+Ab verschieben einen Sampler, die Leertaste schaltet ihn an und aus.</translation>
    </message>
    <message>
        <source>Earlier (Alt+Up)</source>
        <translation>Früher (Alt+Auf)</translation>
    </message>
    <message>
        <source>Later (Alt+Down)</source>
        <translation>Später (Alt+Ab)</translation>
    </message>
    <message>
        <source>Back to the default order</source>
        <translation>Zurück zur üblichen Reihenfolge</translation>
    </message>
    <message>
        <source>Penalties</source>
        <translation>Strafen</translation>
    </message>
    <message>
        <source>DRY</source>
        <translation>DRY</translation>
    </message>
    <message>
        <source>XTC</source>
        <translation>XTC</translation>
    </message>
</context>
<context>
    <name>Tempera::PaletteModel</name>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Fall</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
</context>
<context>
    <name>Tempera::ParameterControl</name>
    <message>
        <source>%1, slider</source>
        <translation>%1, Schieberegler</translation>
    </message>
    <message>
        <source>A number from %1 to %2.</source>
        <translation>Eine Zahl von %1 bis %2.</translation>
    </message>
    <message>
        <source>A whole number from %1.</source>
        <translation>Eine ganze Zahl ab %1.</translation>
    </message>
    <message>
        <source>A number from %1.</source>
        <translation>Eine Zahl ab %1.</translation>
    </message>
    <message>
        <source>%1; separate with commas, \n is a line end</source>
        <translation>%1; durch Kommas trennen, \n ist ein Zeilenende</translation>
    </message>
</context>
<context>
    <name>Tempera::ParameterEditor</name>
    <message>
        <source>Send %1</source>
        <translation>%1 senden</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Dynamic range</source>
        <translation>Dynamischer Bereich</translation>
    </message>
    <message>
        <source>Dynamic exponent</source>
        <translation>Dynamischer Exponent</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation>Min-p</translation>
    </message>
    <message>
        <source>Typical-p</source>
        <translation>Typical-p</translation>
    </message>
    <message>
        <source>Top-n-sigma</source>
        <translation>Top-n-Sigma</translation>
    </message>
    <message>
        <source>XTC probability</source>
        <translation>XTC-Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>XTC threshold</source>
        <translation>XTC-Schwelle</translation>
    </message>
    <message>
        <source>Repeat penalty</source>
        <translation>Wiederholungsstrafe</translation>
    </message>
    <message>
        <source>Penalty last N</source>
        <translation>Tokens zurück</translation>
    </message>
    <message>
        <source>Frequency penalty</source>
        <translation>Häufigkeitsstrafe</translation>
    </message>
    <message>
        <source>Presence penalty</source>
        <translation>Präsenzstrafe</translation>
    </message>
    <message>
        <source>DRY multiplier</source>
        <translation>DRY-Stärke</translation>
    </message>
    <message>
        <source>DRY base</source>
        <translation>DRY-Basis</translation>
    </message>
    <message>
        <source>DRY allowed length</source>
        <translation>DRY, erlaubte Länge</translation>
    </message>
    <message>
        <source>DRY penalty last N</source>
        <translation>DRY, Tokens zurück</translation>
    </message>
    <message>
        <source>DRY sequence breakers</source>
        <translation>DRY-Trenner</translation>
    </message>
    <message>
        <source>Mirostat version</source>
        <translation>Mirostat-Version</translation>
    </message>
    <message>
        <source>Mirostat target</source>
        <translation>Mirostat-Ziel</translation>
    </message>
    <message>
        <source>Mirostat learning rate</source>
        <translation>Mirostat-Rate</translation>
    </message>
    <message>
        <source>Logit bias</source>
        <translation>Logit-Zuschläge</translation>
    </message>
    <message>
        <source>Grammar</source>
        <translation>Grammatik</translation>
    </message>
    <message>
        <source>JSON schema</source>
        <translation>JSON-Schema</translation>
    </message>
    <message>
        <source>Sampler order</source>
        <translation>Reihenfolge der Sampler</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Max tokens</source>
        <translation>Max. Tokens</translation>
    </message>
    <message>
        <source>Stop strings</source>
        <translation>Stopptexte</translation>
    </message>
    <message>
        <source>0 always takes the most likely token; higher values flatten the distribution.</source>
        <translation>0 nimmt immer das wahrscheinlichste Token; höhere Werte machen die Verteilung flacher.</translation>
    </message>
    <message>
        <source>Temperature varies by up to this: lower where the model is sure, higher where it is not. 0 keeps it fixed.</source>
        <translation>Die Temperatur wandert um bis zu so viel: nach unten, wo das Modell sicher ist, nach oben, wo nicht. 0 hält sie fest.</translation>
    </message>
    <message>
        <source>Above 1 the temperature stays low for longer as the model gets less sure. 1 is linear.</source>
        <translation>Über 1 bleibt die Temperatur länger niedrig, während das Modell unsicherer wird. 1 ist linear.</translation>
    </message>
    <message>
        <source>Keeps only the k most likely tokens. 0 keeps all.</source>
        <translation>Behält nur die k wahrscheinlichsten Tokens. 0 behält alle.</translation>
    </message>
    <message>
        <source>Keeps the most likely tokens that together have this probability. 1 keeps all.</source>
        <translation>Behält die wahrscheinlichsten Tokens, die zusammen diese Wahrscheinlichkeit haben. 1 behält alle.</translation>
    </message>
    <message>
        <source>Drops tokens less likely than this share of the best one. 0 drops none.</source>
        <translation>Lässt Tokens weg, die weniger wahrscheinlich sind als dieser Anteil des besten. 0 lässt keine weg.</translation>
    </message>
    <message>
        <source>Keeps the tokens whose surprise is nearest to the expected one, up to this total probability. 1 keeps all.</source>
        <translation>Behält die Tokens, die etwa so überraschend sind wie hier üblich, bis zu dieser Wahrscheinlichkeit. 1 behält alle.</translation>
    </message>
    <message>
        <source>Keeps tokens whose logit is within n standard deviations of the best. 0 keeps all.</source>
        <translation>Behält Tokens, deren Logit innerhalb von n Standardabweichungen vom besten liegt. 0 behält alle.</translation>
    </message>
    <message>
        <source>How often the top choices are removed, so that something less common comes. 0 is never.</source>
        <translation>Wie oft die besten Möglichkeiten ausgelassen werden, damit etwas weniger Übliches kommt. 0 heißt nie.</translation>
    </message>
    <message>
        <source>Of the tokens above this probability only the least likely stays. Above 0.5 it does nothing.</source>
        <translation>Von den Tokens über dieser Wahrscheinlichkeit bleibt nur das unwahrscheinlichste. Über 0,5 bewirkt es nichts.</translation>
    </message>
    <message>
        <source>Makes recently used tokens less likely. 1 changes nothing.</source>
        <translation>Macht eben benutzte Tokens weniger wahrscheinlich. 1 ändert nichts.</translation>
    </message>
    <message>
        <source>How many tokens count as recently used. 0 switches the penalties off, -1 takes all.</source>
        <translation>So viele Tokens gelten als eben benutzt. 0 schaltet die Strafen aus, -1 nimmt alle.</translation>
    </message>
    <message>
        <source>Lowers a token by how often it was used. 0 changes nothing.</source>
        <translation>Senkt ein Token danach, wie oft es benutzt wurde. 0 ändert nichts.</translation>
    </message>
    <message>
        <source>Lowers a token that was used at all. 0 changes nothing.</source>
        <translation>Senkt ein Token, das überhaupt benutzt wurde. 0 ändert nichts.</translation>
    </message>
    <message>
        <source>How much a token that would continue a repeated passage is lowered. 0 is off.</source>
        <translation>Wie sehr ein Token gesenkt wird, das eine wiederholte Stelle fortsetzen würde. 0 heißt aus.</translation>
    </message>
    <message>
        <source>The penalty grows by this factor with every further repeated token.</source>
        <translation>Die Strafe wächst um diesen Faktor mit jedem weiteren wiederholten Token.</translation>
    </message>
    <message>
        <source>Passages up to this many tokens may be repeated freely.</source>
        <translation>Stellen mit bis zu so vielen Tokens dürfen sich frei wiederholen.</translation>
    </message>
    <message>
        <source>How many tokens are searched for repeated passages. -1 takes all.</source>
        <translation>In so vielen Tokens wird nach wiederholten Stellen gesucht. -1 nimmt alle.</translation>
    </message>
    <message>
        <source>A repeated passage ends at any of these.</source>
        <translation>Eine wiederholte Stelle endet an jedem von diesen.</translation>
    </message>
    <message>
        <source>Keeps the surprise of the text constant; replaces the other samplers except temperature. 0 is off.</source>
        <translation>Hält den Text gleichmäßig überraschend; tritt an die Stelle der anderen Sampler außer der Temperatur. 0 heißt aus.</translation>
    </message>
    <message>
        <source>The target surprise, in bits per token.</source>
        <translation>Die angestrebte Überraschung, in Bit je Token.</translation>
    </message>
    <message>
        <source>How fast the target is approached.</source>
        <translation>Wie schnell das Ziel angenähert wird.</translation>
    </message>
    <message>
        <source>Makes single tokens or words more or less likely, or bans them.</source>
        <translation>Macht einzelne Tokens oder Wörter mehr oder weniger wahrscheinlich oder verbietet sie.</translation>
    </message>
    <message>
        <source>The answer follows this grammar (GBNF).</source>
        <translation>Die Antwort folgt dieser Grammatik (GBNF).</translation>
    </message>
    <message>
        <source>The answer is JSON that follows this schema.</source>
        <translation>Die Antwort ist JSON nach diesem Schema.</translation>
    </message>
    <message>
        <source>The samplers are applied in this order; one that is not in the list does nothing.</source>
        <translation>Die Sampler arbeiten in dieser Reihenfolge; einer, der nicht in der Liste steht, bewirkt nichts.</translation>
    </message>
    <message>
        <source>The answer ends before any of these.</source>
        <translation>Die Antwort endet vor jedem von diesen.</translation>
    </message>
    <message>
        <source>The answer is cut off after this many tokens. -1 sets no limit other than the context.</source>
        <translation>Die Antwort wird nach so vielen Token abgeschnitten. -1 setzt keine Grenze außer dem Kontext.</translation>
    </message>
    <message>
        <source>It determines the random numbers. On a local model an identical request with the same seed gives the same text where &quot;Strict&quot; is on. Where it is off, a second run may give another text: what else runs and what was asked before can tip a close decision. A server decides for itself. Each answer says what holds for it.</source>
        <translation>Er bestimmt die Zufallszahlen. Auf einem lokalen Modell ergibt eine gleiche Anfrage mit demselben Seed denselben Text, wenn „Streng“ an ist. Ist es aus, kann ein zweiter Lauf einen anderen Text ergeben: Was sonst läuft und was zuvor gefragt wurde, kann eine knappe Entscheidung kippen. Ein Server entscheidet selbst. Bei jeder Antwort steht, was für sie gilt.</translation>
    </message>
</context>
<context>
    <name>Tempera::PeopleStudy</name>
    <message>
        <source>All checks together</source>
        <translation>Das Gesamtergebnis der Prüfungen</translation>
    </message>
    <message>
        <source>Judge %1</source>
        <translation>Bewerter %1</translation>
    </message>
    <message>
        <source>Check %1</source>
        <translation>Prüfung %1</translation>
    </message>
    <message>
        <source>%1 rated answers are too few, or too much alike, to be compared with the checks</source>
        <translation>%1 bewertete Antworten sind zu wenige oder einander zu ähnlich, um sie mit den Prüfungen zu vergleichen</translation>
    </message>
    <message>
        <source>By people&apos;s ratings %1</source>
        <translation>Nach den Bewertungen von Menschen: %1</translation>
    </message>
</context>
<context>
    <name>Tempera::PresetMenu</name>
    <message>
        <source>Presets</source>
        <translation>Vorgaben</translation>
    </message>
    <message>
        <source>Sampling presets</source>
        <translation>Sampling-Vorgaben</translation>
    </message>
    <message>
        <source>Named sampling settings: apply, save, import</source>
        <translation>Benannte Sampling-Einstellungen: anwenden, speichern, importieren</translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Save a Preset</source>
        <translation>Eine Vorgabe speichern</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Rename a Preset</source>
        <translation>Eine Vorgabe umbenennen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>Name der Vorgabe:</translation>
    </message>
    <message>
        <source>Saved as &quot;%1&quot;.</source>
        <translation>Als „%1“ gespeichert.</translation>
    </message>
    <message>
        <source>Renamed to &quot;%1&quot;.</source>
        <translation>Sie heißt jetzt „%1“.</translation>
    </message>
    <message>
        <source>The preset &quot;%1&quot; was deleted.</source>
        <translation>Die Vorgabe „%1“ ist gelöscht.</translation>
    </message>
    <message>
        <source>Imported as &quot;%1&quot;.</source>
        <translation>Als „%1“ importiert.</translation>
    </message>
    <message>
        <source>Not imported: %1.</source>
        <translation>Nicht übernommen: %1.</translation>
    </message>
    <message>
        <source>Import from Another Program…</source>
        <translation>Aus einem anderen Programm importieren …</translation>
    </message>
</context>
<context>
    <name>Tempera::PriceChangesModel</name>
    <message>
        <source>It differs by more than a hundredth.</source>
        <translation>Er weicht um mehr als ein Hundertstel ab.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Per 1M tokens</source>
        <translation>Je 1 Mio. Tokens</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
</context>
<context>
    <name>Tempera::PricesPage</name>
    <message>
        <source>Prices come with the program, each with its day. Here you can look up a published list; nothing is fetched unless you ask, and nothing is taken before you have seen what changes.</source>
        <translation>Preise sind im Programm enthalten, jeder mit seinem Tag. Hier können Sie eine veröffentlichte Liste nachsehen; nichts wird abgerufen, ohne dass Sie es verlangen, und nichts übernommen, bevor Sie gesehen haben, was sich ändert.</translation>
    </message>
    <message>
        <source>Address of the list: https, or a file; in the form of LiteLLM&apos;s</source>
        <translation>Adresse der Liste: https oder eine Datei; in der Form der Liste von LiteLLM</translation>
    </message>
    <message>
        <source>&amp;Look up</source>
        <translation>&amp;Nachsehen</translation>
    </message>
    <message>
        <source>Li&amp;st</source>
        <translation>Li&amp;ste</translation>
    </message>
    <message>
        <source>What the list would change</source>
        <translation>Was die Liste ändern würde</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>Spalten der Tabelle</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Alle</translation>
    </message>
    <message>
        <source>Choose all changes, also of models that the catalog does not know</source>
        <translation>Alle Änderungen auswählen, auch die von Modellen, die der Katalog nicht kennt</translation>
    </message>
    <message>
        <source>&amp;Take</source>
        <translation>Überneh&amp;men</translation>
    </message>
    <message>
        <source>Back to the &amp;built-in prices</source>
        <translation>&amp;Zurück zu den mitgelieferten Preisen</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>What an hour of this machine costs, in US dollars</source>
        <translation>Was eine Stunde dieses Rechners kostet, in US-Dollar</translation>
    </message>
    <message>
        <source>Watts that this machine takes while it answers</source>
        <translation>Watt, die dieser Rechner beim Antworten aufnimmt</translation>
    </message>
    <message>
        <source>What a kilowatt-hour costs, in US dollars</source>
        <translation>Was eine Kilowattstunde kostet, in US-Dollar</translation>
    </message>
    <message>
        <source>Models on this machine cost nothing, unless you say what its time costs: an hour, or watts and what a kilowatt-hour costs.</source>
        <translation>Modelle auf diesem Rechner kosten nichts, außer Sie geben an, was seine Zeit kostet: eine Stunde oder Watt und was eine Kilowattstunde kostet.</translation>
    </message>
    <message>
        <source>An &amp;hour $</source>
        <translation>Eine S&amp;tunde $</translation>
    </message>
    <message>
        <source>&amp;Watts</source>
        <translation>&amp;Watt</translation>
    </message>
    <message>
        <source>A &amp;kWh $</source>
        <translation>Eine &amp;kWh $</translation>
    </message>
    <message>
        <source>Reading the list …</source>
        <translation>Die Liste wird gelesen …</translation>
    </message>
    <message>
        <source>No price differs.</source>
        <translation>Kein Preis weicht ab.</translation>
    </message>
    <message>
        <source>Different prices of known models: %1, of these by more than 1 %: %2. Prices of other models: %3.</source>
        <translation>Abweichende Preise bekannter Modelle: %1, davon um mehr als 1 %: %2. Preise anderer Modelle: %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) taken.</source>
        <translation>
            <numerusform>%n Preis übernommen.</numerusform>
            <numerusform>%n Preise übernommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The built-in prices hold again.</source>
        <translation>Die mitgelieferten Preise gelten wieder.</translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) of a list hold now.</source>
        <translation>
            <numerusform>%n Preis einer Liste gilt jetzt.</numerusform>
            <numerusform>%n Preise einer Liste gelten jetzt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tempera::PromptPanel</name>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Pages of the prompt</source>
        <translation>Seiten des Prompts</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
</context>
<context>
    <name>Tempera::PromptScoring</name>
    <message>
        <source>Run this case first: the prompt is scored as it was sent.</source>
        <translation>Führen Sie diesen Fall zuerst aus: Der Prompt wird so bewertet, wie er gesendet wurde.</translation>
    </message>
    <message>
        <source>Only local models can say how expected the tokens of a prompt are.</source>
        <translation>Nur lokale Modelle können sagen, wie erwartet die Tokens eines Prompts sind.</translation>
    </message>
    <message>
        <source>On this machine; it costs time, but no money.</source>
        <translation>Auf diesem Rechner; es kostet Zeit, aber kein Geld.</translation>
    </message>
    <message>
        <source>The whole prompt is evaluated once more. %1</source>
        <translation>Der ganze Prompt wird noch einmal ausgewertet. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) of the prompt are evaluated once more.</source>
        <translation>
            <numerusform>%n Token des Prompts wird noch einmal ausgewertet.</numerusform>
            <numerusform>%n Tokens des Prompts werden noch einmal ausgewertet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tempera::PromptTabs</name>
    <message>
        <source>Prompts: which one is edited and compared</source>
        <translation>Prompts: welcher bearbeitet und verglichen wird</translation>
    </message>
    <message>
        <source>Next Prompt</source>
        <translation>Nächster Prompt</translation>
    </message>
    <message>
        <source>Previous Prompt</source>
        <translation>Vorheriger Prompt</translation>
    </message>
    <message>
        <source>Add Prompt</source>
        <translation>Prompt hinzufügen</translation>
    </message>
    <message>
        <source>Duplicate Prompt</source>
        <translation>Prompt duplizieren</translation>
    </message>
    <message>
        <source>Rename Prompt</source>
        <translation>Prompt umbenennen</translation>
    </message>
    <message>
        <source>Move Prompt Left</source>
        <translation>Prompt nach links verschieben</translation>
    </message>
    <message>
        <source>Move Prompt Right</source>
        <translation>Prompt nach rechts verschieben</translation>
    </message>
    <message>
        <source>Remove Prompt</source>
        <translation>Prompt entfernen</translation>
    </message>
    <message>
        <source>Remove a prompt</source>
        <translation>Einen Prompt entfernen</translation>
    </message>
    <message>
        <source>Add a prompt</source>
        <translation>Prompt hinzufügen</translation>
    </message>
    <message>
        <source>Duplicate a prompt</source>
        <translation>Prompt duplizieren</translation>
    </message>
    <message>
        <source>Move a prompt</source>
        <translation>Prompt verschieben</translation>
    </message>
    <message>
        <source>New name of the prompt</source>
        <translation>Neuer Name des Prompts</translation>
    </message>
    <message>
        <source>Rename a prompt</source>
        <translation>Prompt umbenennen</translation>
    </message>
</context>
<context>
    <name>Tempera::QuestionBar</name>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
</context>
<context>
    <name>Tempera::RatingActions</name>
    <message>
        <source>Good Answer</source>
        <translation>Gute Antwort</translation>
    </message>
    <message>
        <source>Bad Answer</source>
        <translation>Schlechte Antwort</translation>
    </message>
    <message>
        <source>Score, Tags, Comment…</source>
        <translation>Wertung, Schlagwörter, Kommentar…</translation>
    </message>
</context>
<context>
    <name>Tempera::RatingBar</name>
    <message>
        <source>An answer that is whole can be rated</source>
        <translation>Bewerten lässt sich eine vollständige Antwort</translation>
    </message>
</context>
<context>
    <name>Tempera::RatingDialog</name>
    <message>
        <source>Rate the Answer</source>
        <translation>Antwort bewerten</translation>
    </message>
    <message>
        <source>Neither</source>
        <translation>Weder noch</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Schlecht</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source> of 100</source>
        <translation> von 100</translation>
    </message>
    <message>
        <source>too-long, wrong-tone</source>
        <translation>zu-lang, falscher-ton</translation>
    </message>
    <message>
        <source>T&amp;humb</source>
        <translation>&amp;Daumen</translation>
    </message>
    <message>
        <source>&amp;Score</source>
        <translation>&amp;Wertung</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>&amp;Schlagwörter</translation>
    </message>
    <message>
        <source>&amp;Comment</source>
        <translation>&amp;Kommentar</translation>
    </message>
</context>
<context>
    <name>Tempera::Recovery</name>
    <message>
        <source>An experiment that was never saved has been kept since %1.</source>
        <translation>Ein nie gespeichertes Experiment ist seit %1 aufgehoben.</translation>
    </message>
    <message>
        <source>Changes to %1 that were not saved have been kept since %2.</source>
        <translation>Nicht gespeicherte Änderungen an %1 sind seit %2 aufgehoben.</translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>S&amp;päter</translation>
    </message>
    <message>
        <source>Recover what was not saved</source>
        <translation>Nicht Gespeichertes wiederherstellen</translation>
    </message>
    <message>
        <source>1 key that was typed is not kept in drafts; enter it again at line %1.</source>
        <translation>1 getippter Schlüssel wird in Entwürfen nicht aufbewahrt; geben Sie ihn in Zeile %1 wieder ein.</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) that were typed are not kept in drafts; enter them again at lines %1.</source>
        <translation>
            <numerusform>%n getippter Schlüssel wird in Entwürfen nicht aufbewahrt; geben Sie ihn in Zeile %1 wieder ein.</numerusform>
            <numerusform>%n getippte Schlüssel werden in Entwürfen nicht aufbewahrt; geben Sie sie in den Zeilen %1 wieder ein.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tempera::RenderedPane</name>
    <message>
        <source>The prompt as it is sent</source>
        <translation>Der Prompt, wie er gesendet wird</translation>
    </message>
    <message>
        <source>Ra&amp;w</source>
        <translation>Ro&amp;h</translation>
    </message>
    <message>
        <source>Raw text with the chat template</source>
        <translation>Rohtext mit der Chat-Vorlage</translation>
    </message>
    <message>
        <source>Problems of the prompts</source>
        <translation>Probleme der Prompts</translation>
    </message>
    <message>
        <source>Return or a click goes there; F8 and Shift+F8 go from one to the next</source>
        <translation>Eingabe oder ein Klick springt dorthin; F8 und Umschalt+F8 gehen vor und zurück</translation>
    </message>
    <message>
        <source>Rendered</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Rendered: case %1</source>
        <translation>Fertig: Fall %1</translation>
    </message>
    <message>
        <source>Rendered: case %1, %2</source>
        <translation>Fertig: Fall %1, %2</translation>
    </message>
    <message>
        <source>cannot be sent</source>
        <translation>kann nicht gesendet werden</translation>
    </message>
    <message>
        <source>There are no tokens and no price to show until the problems below are fixed</source>
        <translation>Was daraus wird, hat weder Token noch Preis, bis die Probleme unten behoben sind</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>wird gezählt …</translation>
    </message>
    <message>
        <source>%1, exact</source>
        <translation>%1, genau</translation>
    </message>
    <message>
        <source>By the tokenizer and the chat template of %1</source>
        <translation>Nach Tokenizer und Chat-Vorlage von %1</translation>
    </message>
    <message>
        <source>An estimate for %1: its tokenizer or its chat template is not known here</source>
        <translation>Ungefähr, was %1 liest: Tokenizer oder Chat-Vorlage sind hier nicht bekannt</translation>
    </message>
    <message>
        <source>Reading the model&apos;s chat template…</source>
        <translation>Die Chat-Vorlage des Modells wird gelesen …</translation>
    </message>
    <message>
        <source>The prompt as the model reads it</source>
        <translation>Der Prompt, wie das Modell ihn liest</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) that an answer took values from</source>
        <translation>
            <numerusform>%n Stelle, aus der eine Antwort Werte nahm</numerusform>
            <numerusform>%n Stellen, aus denen eine Antwort Werte nahm</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tempera::RequestDialog</name>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Ways to write the request</source>
        <translation>Arten, die Anfrage zu schreiben</translation>
    </message>
    <message>
        <source>As it is sent</source>
        <translation>Wie sie gesendet wird</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copies the whole text of this page</source>
        <translation>Kopiert den ganzen Text dieser Seite</translation>
    </message>
    <message>
        <source>Answered in this process: nothing is sent. This is what the model is asked, in Tempera&apos;s own words.</source>
        <translation>In diesem Prozess beantwortet: Es wird nichts gesendet. Das ist, was das Modell gefragt wird, in Temperas eigenen Worten.</translation>
    </message>
    <message>
        <source>This is sent to %1.</source>
        <translation>Das wird an %1 gesendet.</translation>
    </message>
    <message>
        <source>This is sent to %1. What is secret is left out; the programs take it from the environment: %2.</source>
        <translation>Das wird an %1 gesendet. Geheimes ist weggelassen; die Programme nehmen es aus der Umgebung: %2.</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>Was gefragt wird</translation>
    </message>
    <message>
        <source>%1 more characters; Copy takes all</source>
        <translation>%1 weitere Zeichen; Kopieren nimmt alle</translation>
    </message>
</context>
<context>
    <name>Tempera::RequestViews</name>
    <message>
        <source>This cell was not asked yet: there is no request before it is run.</source>
        <translation>Diese Zelle wurde noch nicht angefragt: Vor dem Ausführen gibt es keine Anfrage.</translation>
    </message>
    <message>
        <source>The request is being read from the ledger.</source>
        <translation>Die Anfrage wird aus dem Hauptbuch gelesen.</translation>
    </message>
    <message>
        <source>The prompt of this cell is rendered when its turn comes: there is no request yet.</source>
        <translation>Der Prompt dieser Zelle wird erst erzeugt, wenn sie an der Reihe ist: Es gibt noch keine Anfrage.</translation>
    </message>
    <message>
        <source>This version does not know how to ask %1.</source>
        <translation>Diese Version weiß nicht, wie %1 gefragt wird.</translation>
    </message>
    <message>
        <source>Nobody here can tell what would be sent.</source>
        <translation>Hier lässt sich nicht sagen, was gesendet würde.</translation>
    </message>
</context>
<context>
    <name>Tempera::RuleTextEditor</name>
    <message>
        <source>Not a valid grammar</source>
        <translation>Keine Grammatik</translation>
    </message>
    <message>
        <source>Not a valid JSON schema</source>
        <translation>Kein JSON-Schema</translation>
    </message>
    <message>
        <source>%1, line %2, column %3: %4</source>
        <translation>%1, Zeile %2, Spalte %3: %4</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not enforced during generation by a local model, only checked afterwards: %1</source>
        <translation>Ein lokales Modell wird beim Schreiben nicht darauf festgelegt; die Antwort wird daran geprüft: %1</translation>
    </message>
    <message>
        <source>%1; for example %2</source>
        <translation>%1; zum Beispiel %2</translation>
    </message>
</context>
<context>
    <name>Tempera::RunController</name>
    <message>
        <source>&amp;Run</source>
        <translation>Aus&amp;führen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stoppen</translation>
    </message>
    <message>
        <source>Run every variant on every case, or only the variants that were added since (Ctrl+Return)</source>
        <translation>Jede Variante auf jeden Fall anwenden oder nur die seitdem hinzugefügten Varianten (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Run &amp;All</source>
        <translation>&amp;Alle ausführen</translation>
    </message>
    <message>
        <source>Run &amp;Missing and Failed</source>
        <translation>&amp;Fehlende und fehlgeschlagene ausführen</translation>
    </message>
    <message>
        <source>Run This &amp;Case</source>
        <translation>Diesen F&amp;all ausführen</translation>
    </message>
    <message>
        <source>Run This &amp;Variant</source>
        <translation>Diese &amp;Variante ausführen</translation>
    </message>
    <message>
        <source>Run This C&amp;ell</source>
        <translation>Diese &amp;Zelle ausführen</translation>
    </message>
    <message>
        <source>Stop what is running; finished answers stay (Esc in the answers, Shift+Esc anywhere)</source>
        <translation>Anhalten, was läuft; fertige Antworten bleiben (Esc in den Antworten, Umschalt+Esc überall)</translation>
    </message>
    <message>
        <source>Stop the Run?</source>
        <translation>Lauf anhalten?</translation>
    </message>
    <message>
        <source>What they have cost so far must still be paid, and running them again costs again. Finished answers are kept in any case.</source>
        <translation>Was sie bisher gekostet haben, bleibt zu zahlen, und erneutes Fragen kostet erneut. Fertige Antworten bleiben in jedem Fall.</translation>
    </message>
    <message>
        <source>&amp;Stop the Run</source>
        <translation>Lauf &amp;anhalten</translation>
    </message>
    <message>
        <source>&amp;Keep Running</source>
        <translation>&amp;Weiterlaufen lassen</translation>
    </message>
    <message numerus="yes">
        <source>%n running request(s) may cost money.</source>
        <translation>
            <numerusform>%n laufende Anfrage kann Geld kosten.</numerusform>
            <numerusform>%n laufende Anfragen können Geld kosten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Res&amp;ume Run</source>
        <translation>Lauf forts&amp;etzen</translation>
    </message>
    <message>
        <source>Ask what a stopped or interrupted run has not asked yet; its finished answers stay</source>
        <translation>Anfragen, was ein angehaltener oder unterbrochener Lauf noch nicht angefragt hat; seine fertigen Antworten bleiben</translation>
    </message>
    <message>
        <source>This run is under way in another program.</source>
        <translation>Dieser Lauf ist in einem anderen Programm im Gange.</translation>
    </message>
    <message>
        <source>Race (Stop When &amp;Decided)</source>
        <translation>Rennen (anhalten, wenn entschie&amp;den)</translation>
    </message>
    <message>
        <source>Run the cases in random order, and stop when it is decided how each variant compares with the baseline; what is left is not asked</source>
        <translation>Die Fälle in zufälliger Reihenfolge ausführen und anhalten, sobald entschieden ist, wie jede Variante gegen die Vergleichsvariante abschneidet; der Rest wird nicht angefragt</translation>
    </message>
</context>
<context>
    <name>Tempera::RunLine</name>
    <message>
        <source>budget $</source>
        <translation>Budget $</translation>
    </message>
    <message>
        <source>no limit</source>
        <comment>the budget of a run</comment>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>Budget of a run, in US dollars</source>
        <translation>Budget eines Laufs in US-Dollar</translation>
    </message>
    <message>
        <source>What a run may cost. It is not started where it costs more in any case, and stops where it reaches the budget. Empty: there is no limit</source>
        <translation>Was ein Lauf kosten darf. Er beginnt nicht, wenn er auf jeden Fall mehr kostet, und hält an, wo er das Budget erreicht. Leer: Es gibt keine Grenze</translation>
    </message>
    <message>
        <source>How much of the budget a run takes</source>
        <translation>Wie viel vom Budget ein Lauf braucht</translation>
    </message>
</context>
<context>
    <name>Tempera::RunView</name>
    <message>
        <source>The run that is shown</source>
        <translation>Der angezeigte Lauf</translation>
    </message>
    <message>
        <source>&amp;Open as the Experiment</source>
        <translation>Zum Experiment &amp;machen</translation>
    </message>
    <message>
        <source>Opens the prompts, variants and cases of this run for editing and running</source>
        <translation>Übernimmt Prompts, Varianten und Fälle dieses Laufs in das Fenster, um sie zu ändern und auszuführen</translation>
    </message>
    <message>
        <source>&amp;Back to the Experiment</source>
        <translation>&amp;Zurück zum Experiment</translation>
    </message>
    <message>
        <source>Shows the answers of the open experiment again</source>
        <translation>Zeigt wieder die Antworten des geöffneten Experiments</translation>
    </message>
    <message>
        <source>running: %1 of %2</source>
        <translation>läuft: %1 von %2</translation>
    </message>
    <message>
        <source>stopped: %1 of %2</source>
        <translation>gestoppt: %1 von %2</translation>
    </message>
    <message>
        <source>finished: %1 of %2</source>
        <translation>abgeschlossen: %1 von %2</translation>
    </message>
    <message>
        <source>an unsaved experiment</source>
        <translation>ein nicht gespeichertes Experiment</translation>
    </message>
    <message>
        <source>Run of %1, “%2”, of %3 · %4</source>
        <translation>Lauf vom %1, „%2“, aus %3 · %4</translation>
    </message>
    <message>
        <source>The experiment: %1</source>
        <translation>Das Experiment: %1</translation>
    </message>
    <message>
        <source>Its file is missing, so changes cannot be shown.</source>
        <translation>Seine Datei ist zum Vergleichen nicht vorhanden.</translation>
    </message>
    <message>
        <source>Res&amp;ume Run</source>
        <translation>Lauf forts&amp;etzen</translation>
    </message>
    <message>
        <source>Asks what this run has not asked yet; its finished answers stay</source>
        <translation>Fragt an, was dieser Lauf noch nicht angefragt hat; seine fertigen Antworten bleiben</translation>
    </message>
    <message>
        <source>reading: %1 of %2</source>
        <translation>wird gelesen: %1 von %2</translation>
    </message>
    <message>
        <source>waits for its batches: %1 of %2</source>
        <translation>wartet auf seine Batches: %1 von %2</translation>
    </message>
</context>
<context>
    <name>Tempera::RunsModel</name>
    <message>
        <source>%1
%2 of %3 cells · checks passed %4, failed %5 · errors %6 · %7</source>
        <translation>%1
%2 von %3 Zellen · Prüfungen bestanden %4, nicht bestanden %5 · Fehler %6 · %7</translation>
    </message>
    <message>
        <source>stopped: %1/%2</source>
        <translation>gestoppt: %1/%2</translation>
    </message>
    <message>
        <source>interrupted: %1/%2</source>
        <translation>unterbrochen: %1/%2</translation>
    </message>
    <message>
        <source>not needed: %1</source>
        <translation>nicht benötigt: %1</translation>
    </message>
    <message>
        <source>waits for its batches: %1/%2</source>
        <translation>wartet auf seine Batches: %1/%2</translation>
    </message>
</context>
<context>
    <name>Tempera::SamplingPanel</name>
    <message>
        <source>Variant whose settings are shown</source>
        <translation>Variante, deren Einstellungen angezeigt werden</translation>
    </message>
    <message>
        <source>How a local model gets the prompt</source>
        <translation>Wie der Prompt ein lokales Modell erreicht</translation>
    </message>
    <message>
        <source>As a chat</source>
        <translation>Als Chat</translation>
    </message>
    <message>
        <source>As text to continue</source>
        <translation>Als fortzusetzender Text</translation>
    </message>
    <message>
        <source>A chat goes through the model&apos;s own chat template; a text is continued as it is.</source>
        <translation>Ein Chat durchläuft die Chat-Vorlage des Modells; ein Text wird unverändert fortgesetzt.</translation>
    </message>
    <message>
        <source>Add a variant to change its settings.</source>
        <translation>Fügen Sie eine Variante hinzu, um ihre Einstellungen zu ändern.</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Change how the prompt is given</source>
        <translation>Übergabe des Prompts ändern</translation>
    </message>
    <message>
        <source>Truncation</source>
        <translation>Schnitte</translation>
    </message>
    <message>
        <source>Repetition</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>Dynamic temperature</source>
        <translation>Wandernde Temperatur</translation>
    </message>
    <message>
        <source>Mirostat</source>
        <translation>Mirostat</translation>
    </message>
    <message>
        <source>Output format</source>
        <translation>Form der Antwort</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>More samplers</source>
        <translation>Weitere Sampler</translation>
    </message>
    <message numerus="yes">
        <source>More samplers (%n set)</source>
        <translation>
            <numerusform>Weitere Sampler (%n gesetzt)</numerusform>
            <numerusform>Weitere Sampler (%n gesetzt)</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply preset %1</source>
        <translation>Vorgabe %1 anwenden</translation>
    </message>
    <message>
        <source>This model does not take %1; the rest of &quot;%2&quot; is set.</source>
        <translation>Dieses Modell nimmt %1 nicht; der Rest von „%2“ ist gesetzt.</translation>
    </message>
    <message>
        <source>Strict: bit-identical repeats</source>
        <translation>Streng: bitgleiche Wiederholungen</translation>
    </message>
    <message>
        <source>An identical request gives the same answer bit for bit, whatever else runs. Slower: its tokens are not batched with those of other answers.</source>
        <translation>Eine gleiche Anfrage ergibt dieselbe Antwort Bit für Bit, was immer sonst läuft. Langsamer: Ihre Token werden nicht zusammen mit denen anderer Antworten berechnet.</translation>
    </message>
    <message>
        <source>Turn strict mode on</source>
        <translation>Strengen Modus einschalten</translation>
    </message>
    <message>
        <source>Turn strict mode off</source>
        <translation>Strengen Modus ausschalten</translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation>Fallback</translation>
    </message>
    <message>
        <source>Change the fallbacks</source>
        <translation>Fallbacks ändern</translation>
    </message>
</context>
<context>
    <name>Tempera::ScoringBar</name>
    <message>
        <source>Stop computing (Esc)</source>
        <translation>Die Berechnung anhalten (Esc)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Progress of the computation</source>
        <translation>Fortschritt der Berechnung</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 cells/s</source>
        <translation>%1 Zellen/s</translation>
    </message>
    <message>
        <source>%1 cells/min</source>
        <translation>%1 Zellen/min</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Rendering the prompts…</source>
        <translation>Prompts werden gerendert …</translation>
    </message>
</context>
<context>
    <name>Tempera::ScoringFaces</name>
    <message>
        <source>Labels</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Änderung</translation>
    </message>
</context>
<context>
    <name>Tempera::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Vertrauen</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>Budgets</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
</context>
<context>
    <name>Tempera::SettingsPage</name>
    <message>
        <source>&amp;Only what differs</source>
        <translation>&amp;Nur, was abweicht</translation>
    </message>
    <message>
        <source>Settings Compared</source>
        <translation>Einstellungen im Vergleich</translation>
    </message>
    <message>
        <source>Settings of the baseline and of the variants</source>
        <translation>Einstellungen der Vergleichsvariante und der Varianten</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message numerus="yes">
        <source>%1 setting(s) are the same.</source>
        <translation>
            <numerusform>%1 Einstellung ist gleich.</numerusform>
            <numerusform>%1 Einstellungen sind gleich.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tempera::SettingsTableModel</name>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>weicht ab</translation>
    </message>
</context>
<context>
    <name>Tempera::SpendDialog</name>
    <message>
        <source>Spend</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>&amp;Export as CSV…</source>
        <translation>Als &amp;CSV exportieren …</translation>
    </message>
    <message>
        <source>Tokens and cost, of this run and since the beginning</source>
        <translation>Tokens und Kosten, von diesem Lauf und seit Beginn</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>Spalten der Tabelle</translation>
    </message>
    <message>
        <source>&amp;By</source>
        <translation>&amp;Nach</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>&amp;Period</source>
        <translation>&amp;Zeitraum</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Dieses Jahr</translation>
    </message>
    <message>
        <source>Since the beginning</source>
        <translation>Seit Beginn</translation>
    </message>
    <message>
        <source>In all: %1 for %2 requests, %3 tokens in (%4 of them cached) and %5 out.</source>
        <translation>Insgesamt: %1 für %2 Anfragen, %3 Tokens ein (davon %4 aus dem Cache) und %5 aus.</translation>
    </message>
    <message>
        <source>Requests that failed: %1, for which %2 was paid; sent again: %3.</source>
        <translation>Fehlgeschlagene Anfragen: %1, bezahlt wurde dafür %2; erneut gesendet: %3.</translation>
    </message>
    <message>
        <source>Caches saved %1: the providers&apos; of prompts %2, the one of answers %3.</source>
        <translation>Caches haben %1 gespart: die der Anbieter für Prompts %2, der für Antworten %3.</translation>
    </message>
</context>
<context>
    <name>Tempera::StatusPanel</name>
    <message>
        <source>%1 cells/s</source>
        <translation>%1 Zellen/s</translation>
    </message>
    <message>
        <source>%1 cells/min</source>
        <translation>%1 Zellen/min</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>tokens/s</source>
        <translation>Tokens/s</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>errors: %1</source>
        <translation>Fehler: %1</translation>
    </message>
    <message>
        <source>passed %1 of %2</source>
        <translation>%1 von %2 bestanden</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>heute %1</translation>
    </message>
    <message>
        <source>Stopped: %1 of %2</source>
        <translation>Gestoppt: %1 von %2</translation>
    </message>
    <message>
        <source>at least %1 left</source>
        <translation>noch mindestens %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 token(s) out</source>
        <translation>
            <numerusform>%1 Token aus</numerusform>
            <numerusform>%1 Token aus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) in progress under Runs</source>
        <translation>
            <numerusform>%n Lauf im Gang unter „Läufe“</numerusform>
            <numerusform>%n Läufe im Gang unter „Läufe“</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 cell(s)</source>
        <translation>
            <numerusform>%1 von %2 Zelle</numerusform>
            <numerusform>%1 von %2 Zellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n cost(s) unknown</source>
        <translation>
            <numerusform>, %n mal Kosten unbekannt</numerusform>
            <numerusform>, %n mal Kosten unbekannt</numerusform>
        </translation>
    </message>
    <message>
        <source>Preparing the run: %1 %</source>
        <translation>Lauf wird vorbereitet: %1 %</translation>
    </message>
    <message>
        <source>Show what was spent, by day, model, endpoint or experiment</source>
        <translation>Zeigen, was ausgegeben wurde, nach Tag, Modell, Endpunkt oder Experiment</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>Ausgaben</translation>
    </message>
</context>
<context>
    <name>Tempera::StoredRuns</name>
    <message>
        <source>run of %1</source>
        <translation>Lauf von %1</translation>
    </message>
</context>
<context>
    <name>Tempera::SubmitBatchDialog</name>
    <message>
        <source>Submit as Batch</source>
        <translation>Als Batch senden</translation>
    </message>
    <message>
        <source>The requests are sent together and answered within a day, at a lower price. Run → Batches… shows how far they are and fetches the answers, also after a restart.</source>
        <translation>Die Anfragen werden zusammen gesendet und innerhalb eines Tages zu einem niedrigeren Preis beantwortet. Ausführen → Batches … zeigt, wie weit sie sind, und holt die Antworten ab, auch nach einem Neustart.</translation>
    </message>
    <message>
        <source>Requests that are prepared</source>
        <translation>Anfragen, die vorbereitet werden</translation>
    </message>
    <message>
        <source>&amp;Submit</source>
        <translation>&amp;Senden</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) left out: their prompts could not be made.</source>
        <translation>
            <numerusform>%n Zelle weggelassen: Ihr Prompt konnte nicht erstellt werden.</numerusform>
            <numerusform>%n Zellen weggelassen: Ihre Prompts konnten nicht erstellt werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Batches that are sent</source>
        <translation>Batches, die gesendet werden</translation>
    </message>
    <message>
        <source>Sending: %v of %m</source>
        <comment>batches</comment>
        <translation>Wird gesendet: %v von %m</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>S&amp;topp</translation>
    </message>
    <message>
        <source>No more batches are sent. The dialog closes when what is being sent is known.</source>
        <translation>Es werden keine weiteren Batches gesendet. Der Dialog schließt sich, wenn bekannt ist, was aus dem wurde, was gerade gesendet wird.</translation>
    </message>
    <message>
        <source>The ledger could not keep a batch that was sent. The provider names it %1.</source>
        <translation>Das Hauptbuch konnte einen gesendeten Batch nicht aufheben. Beim Anbieter heißt er %1.</translation>
    </message>
    <message>
        <source>Whether the provider has this batch is not known; its run there is named %1.</source>
        <translation>Ob der Anbieter diesen Batch hat, ist nicht bekannt; sein Lauf heißt dort %1.</translation>
    </message>
    <message>
        <source>Batches that were sent: %1.</source>
        <translation>Gesendete Batches: %1.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
</context>
<context>
    <name>Tempera::TimelinePane</name>
    <message>
        <source>Timeline of %1</source>
        <translation>Verlauf von %1</translation>
    </message>
    <message>
        <source>Sharpest drops of probability in %1</source>
        <translation>Stärkste Einbrüche der Wahrscheinlichkeit in %1</translation>
    </message>
</context>
<context>
    <name>Tempera::TimelineView</name>
    <message>
        <source>Solid line: surprisal of each token. Dashed line: entropy at its place. The numbers mark the sharpest drops of probability. Left and Right move by a token, Page Up and Page Down by a drop.</source>
        <translation>Durchgezogene Linie: Überraschung jedes Tokens. Gestrichelte Linie: Entropie an seiner Stelle. Die Nummern zeigen die stärksten Einbrüche der Wahrscheinlichkeit. Links und Rechts gehen um ein Token weiter, Bild auf und Bild ab um einen Einbruch.</translation>
    </message>
    <message>
        <source>No token is selected</source>
        <translation>Kein Token ist gewählt</translation>
    </message>
    <message>
        <source>surprisal (bits)</source>
        <translation>Überraschung (Bit)</translation>
    </message>
    <message>
        <source>entropy (bits)</source>
        <translation>Entropie (Bit)</translation>
    </message>
</context>
<context>
    <name>Tempera::TokenColumn</name>
    <message>
        <source>Tokens of %1</source>
        <translation>Tokens von %1</translation>
    </message>
    <message>
        <source>Tokens of %1 as a table</source>
        <translation>Tokens von %1 als Tabelle</translation>
    </message>
    <message>
        <source>Press Ctrl+Return to run: the tokens of this answer appear here.</source>
        <translation>Führen Sie mit Strg+Eingabe aus: Die Tokens dieser Antwort erscheinen hier.</translation>
    </message>
    <message>
        <source>The server returns only the most likely tokens at each position: the rest is known only as a sum, and the random numbers are unknown.</source>
        <translation>Der Server nennt nur die wahrscheinlichsten Tokens jeder Stelle: Der Rest ist eine Summe, und keine Zufallszahl ist bekannt.</translation>
    </message>
    <message>
        <source>The server returned no token probabilities with this answer. Local models give all of them.</source>
        <translation>Der Server hat zu dieser Antwort keine Wahrscheinlichkeiten genannt. Lokale Modelle nennen alle.</translation>
    </message>
    <message>
        <source>The token probabilities of this answer are not available: they were not requested, or were dropped to make room for newer ones. Run it again to see them.</source>
        <translation>Diese Antwort ist ohne die Wahrscheinlichkeiten ihrer Tokens hier: Sie wurden nicht verlangt oder mussten neueren Platz machen. Führen Sie noch einmal aus, um sie zu sehen.</translation>
    </message>
    <message>
        <source>The tokens appear as soon as they are generated.</source>
        <translation>Die Tokens erscheinen, sobald sie geschrieben sind.</translation>
    </message>
    <message>
        <source>Not applied here, because they depend on the text before this position: %1. What is shown holds as long as they change nothing.</source>
        <translation>Hier ausgelassen, weil sie von mehr als dieser Stelle abhängen: %1. Das Gesagte gilt, soweit sie nichts bewirken.</translation>
    </message>
    <message>
        <source>Natural logarithms, at temperature 1, before any sampler. The perplexity says between how many equally likely tokens the model hesitated on average.</source>
        <translation>Natürliche Logarithmen, bei Temperatur 1, vor jedem Sampler. Die Perplexität sagt, zwischen wie vielen gleich wahrscheinlichen Tokens das Modell im Mittel schwankte.</translation>
    </message>
    <message>
        <source>Each token as expected by the model after those before it. The first has nothing before it.</source>
        <translation>Jedes Token, wie das Modell es nach denen davor erwartet. Vor dem ersten steht nichts.</translation>
    </message>
    <message>
        <source>Enter: branch with it · Esc: back</source>
        <translation>Eingabe: damit verzweigen · Esc: zurück</translation>
    </message>
    <message>
        <source>In the answer · Enter: the whole list</source>
        <translation>In der Antwort · Eingabe: die ganze Liste</translation>
    </message>
</context>
<context>
    <name>Tempera::TokenLegend</name>
    <message>
        <source>%1 bits</source>
        <translation>%1 Bit</translation>
    </message>
    <message>
        <source>rank %1</source>
        <translation>Rang %1</translation>
    </message>
    <message>
        <source>beyond %1</source>
        <translation>jenseits von %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>abgeschnitten</translation>
    </message>
    <message>
        <source>Stronger colour and line: less expected. Wavy line: another token would be drawn. Struck through: it would be cut off.</source>
        <translation>Kräftigere Farbe und Linie: weniger erwartet. Eine Welle: Ein anderes Token würde gezogen. Durchgestrichen: Es würde abgeschnitten.</translation>
    </message>
</context>
<context>
    <name>Tempera::TokenPage</name>
    <message>
        <source>Alternatives to this token</source>
        <translation>Was hier noch stehen könnte</translation>
    </message>
    <message>
        <source>&amp;Branch</source>
        <translation>&amp;Verzweigen</translation>
    </message>
    <message>
        <source>A new answer with the selected token at this position (Enter in the list)</source>
        <translation>Eine neue Antwort mit dem ausgewählten Token an dieser Stelle (Eingabe in der Liste)</translation>
    </message>
    <message>
        <source>&amp;Continue from Here</source>
        <translation>Ab hier &amp;fortsetzen</translation>
    </message>
    <message>
        <source>Samples again from this token on, with the settings shown here; the text before it is reused</source>
        <translation>Zieht ab diesem Token neu, mit den hier gezeigten Einstellungen; was davor steht, wird wiederverwendet</translation>
    </message>
    <message>
        <source>Go to It</source>
        <translation>Dorthin</translation>
    </message>
    <message>
        <source>To the first token that would come out differently</source>
        <translation>Zum ersten Token, das anders ausfiele</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre wenn</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Back to the variant&apos;s own settings</source>
        <translation>Zurück zu den Einstellungen der Variante</translation>
    </message>
    <message>
        <source>Apply to Variant</source>
        <translation>Für die Variante übernehmen</translation>
    </message>
    <message>
        <source>Token %1 of %2: “%3”</source>
        <translation>Token %1 von %2: „%3“</translation>
    </message>
    <message>
        <source>probability %1 → %2 · entropy %3 → %4 bits · %5</source>
        <translation>Wahrscheinlichkeit %1 → %2 · Entropie %3 → %4 Bit · %5</translation>
    </message>
    <message>
        <source>No token is selected</source>
        <translation>Kein Token ist gewählt</translation>
    </message>
    <message>
        <source>Select a token under Compare, Tokens: its alternatives appear here.</source>
        <translation>Wählen Sie unter Vergleich, Tokens ein Token: Seine Alternativen erscheinen hier.</translation>
    </message>
    <message>
        <source>Change these to see how the whole answer would come out, without running it.</source>
        <translation>Bewegen Sie diese, um zu sehen, was aus der ganzen Antwort würde, ohne sie auszuführen.</translation>
    </message>
    <message>
        <source>The variant takes these settings</source>
        <translation>Die Variante übernimmt diese Einstellungen</translation>
    </message>
    <message>
        <source>probability %1 · surprisal %2 bits · entropy %3 bits</source>
        <translation>Wahrscheinlichkeit %1 · Überraschung %2 Bit · Entropie %3 Bit</translation>
    </message>
    <message>
        <source>These settings draw answers; the prompt stays as it is.</source>
        <translation>Mit diesen Einstellungen werden Antworten gezogen; der Prompt bleibt, wie er ist.</translation>
    </message>
</context>
<context>
    <name>Tempera::TokenView</name>
    <message>
        <source>Alternative %1 of %2: %3, %4. %5</source>
        <translation>Alternative %1 von %2: %3, %4. %5</translation>
    </message>
</context>
<context>
    <name>Tempera::TokensFace</name>
    <message>
        <source>There is no variant yet. Add one and run it: its answer appears here token by token.</source>
        <translation>Es gibt noch keine Variante. Fügen Sie eine hinzu und führen Sie sie aus: Ihre Antwort erscheint hier Token für Token.</translation>
    </message>
    <message>
        <source>What tokens are coloured by</source>
        <translation>Wonach Tokens gefärbt werden</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>Entropie</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Colour Tokens by the &amp;Next Measure</source>
        <translation>Tokens nach dem &amp;nächsten Maß färben</translation>
    </message>
    <message>
        <source>Tokens of &amp;All Variants</source>
        <translation>Tokens &amp;aller Varianten</translation>
    </message>
    <message>
        <source>Tokens as a &amp;Table</source>
        <translation>Tokens als &amp;Tabelle</translation>
    </message>
    <message>
        <source>Answer &amp;Before</source>
        <translation>Antwort &amp;davor</translation>
    </message>
    <message>
        <source>Answer &amp;After</source>
        <translation>Antwort da&amp;nach</translation>
    </message>
    <message>
        <source>Parent Ans&amp;wer</source>
        <translation>Antwort, von der sie &amp;abzweigt</translation>
    </message>
    <message>
        <source>First B&amp;ranch</source>
        <translation>Ihr e&amp;rster Zweig</translation>
    </message>
    <message>
        <source>Sibling Branch &amp;Up</source>
        <translation>Zweig daneben, &amp;oben</translation>
    </message>
    <message>
        <source>Sibling Branch &amp;Down</source>
        <translation>Zweig daneben, &amp;unten</translation>
    </message>
    <message>
        <source>Undo the Last Branc&amp;h</source>
        <translation>&amp;Letzten Zweig rückgängig machen</translation>
    </message>
    <message>
        <source>Re&amp;move the Branch</source>
        <translation>Zweig &amp;entfernen</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>Zweige</translation>
    </message>
    <message>
        <source>branch %1</source>
        <translation>Zweig %1</translation>
    </message>
    <message>
        <source>the answer</source>
        <translation>die Antwort</translation>
    </message>
    <message>
        <source>Branch %1: from %2 at token %3 with “%4”</source>
        <translation>Zweig %1: verlässt %2 bei Token %3 mit „%4“</translation>
    </message>
    <message>
        <source>Branch %1: %2 continued from token %3</source>
        <translation>Zweig %1: %2, fortgesetzt ab Token %3</translation>
    </message>
    <message>
        <source>Surprisal</source>
        <translation>Überraschung</translation>
    </message>
    <message>
        <source>Stop scoring the prompt</source>
        <translation>Bewerten des Prompts anhalten</translation>
    </message>
    <message>
        <source>Prompt of %1</source>
        <translation>Prompt von %1</translation>
    </message>
    <message>
        <source>T&amp;imeline of the Tokens</source>
        <translation>Verlauf der To&amp;kens</translation>
    </message>
    <message>
        <source>&amp;Score the Prompt</source>
        <translation>Prompt be&amp;werten</translation>
    </message>
    <message>
        <source>The model reads the prompt: %1 %.</source>
        <translation>Das Modell liest den Prompt: %1 %.</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
</context>
<context>
    <name>Tempera::TokensModel</name>
    <message>
        <source>No token is cut; for some it is not known which would be drawn.</source>
        <translation>Kein Token ist abgeschnitten; welches gezogen würde, lässt sich nicht für alle sagen.</translation>
    </message>
    <message>
        <source>The answer would be the same.</source>
        <translation>Die Antwort wäre dieselbe.</translation>
    </message>
    <message>
        <source>Differs from token %1 on: “%2” → “%3”</source>
        <translation>Anders ab Token %1: „%2“ → „%3“</translation>
    </message>
    <message>
        <source>Differs from token %1 on: “%2” is cut</source>
        <translation>Anders ab Token %1: „%2“ ist abgeschnitten</translation>
    </message>
    <message>
        <source>%1, or earlier</source>
        <translation>%1, wenn nicht früher</translation>
    </message>
    <message>
        <source>Token %1 of %2: %3</source>
        <translation>Token %1 von %2: %3</translation>
    </message>
    <message>
        <source>probability %1, rank %2</source>
        <translation>Wahrscheinlichkeit %1, Rang %2</translation>
    </message>
    <message>
        <source>entropy %1</source>
        <translation>Entropie %1</translation>
    </message>
    <message>
        <source>after sampling %1: %2</source>
        <translation>nach dem Sampling %1: %2</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Entropy (bits)</source>
        <translation>Entropie (Bit)</translation>
    </message>
    <message>
        <source>After sampling</source>
        <translation>Nach dem Sampling</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Schicksal</translation>
    </message>
    <message>
        <source>Instead</source>
        <translation>Stattdessen</translation>
    </message>
    <message>
        <source>surprisal %1 bits</source>
        <translation>Überraschung %1 Bit</translation>
    </message>
    <message>
        <source>Surprisal (bits)</source>
        <translation>Überraschung (Bit)</translation>
    </message>
</context>
<context>
    <name>Tempera::TrustPage</name>
    <message>
        <source>A key goes only to its provider&apos;s own host, an experiment reads only the files of its own folder. These are the exceptions that you have allowed permanently:</source>
        <translation>Ein Schlüssel geht nur an den Host seines Anbieters, ein Experiment liest nur die Dateien seines Ordners. Diese Ausnahmen haben Sie auf Dauer erlaubt:</translation>
    </message>
    <message>
        <source>What experiments may do</source>
        <translation>Was Experimente dürfen</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Allowed to</source>
        <translation>Darf</translation>
    </message>
    <message>
        <source>Nothing is allowed beyond that.</source>
        <translation>Darüber hinaus ist nichts erlaubt.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Withdraws it: the experiment asks again (Del)</source>
        <translation>Nimmt es zurück: Das Experiment fragt wieder (Entf)</translation>
    </message>
    <message>
        <source>send the key %1 to %2</source>
        <translation>den Schlüssel %1 an %2 senden</translation>
    </message>
    <message>
        <source>read the files of %1</source>
        <translation>die Dateien von %1 lesen</translation>
    </message>
</context>
<context>
    <name>Tempera::TrustQuestions</name>
    <message>
        <source>Send a Key?</source>
        <translation>Schlüssel senden?</translation>
    </message>
    <message>
        <source>Send the key %1 to %2?</source>
        <translation>Den Schlüssel %1 an %2 senden?</translation>
    </message>
    <message>
        <source>The open experiment asks for it.</source>
        <translation>Das geöffnete Experiment verlangt es.</translation>
    </message>
    <message>
        <source>The experiment %1 asks for it.</source>
        <translation>Das Experiment %1 verlangt es.</translation>
    </message>
    <message>
        <source>The key is not known to belong to this host. Whoever runs the host can use the key from then on.</source>
        <translation>Es ist nicht bekannt, dass der Schlüssel zu diesem Host gehört. Wer den Host betreibt, kann den Schlüssel von da an benutzen.</translation>
    </message>
    <message>
        <source>The connection is not encrypted: others on the network can read the key.</source>
        <translation>Die Verbindung ist nicht verschlüsselt: Andere können den Schlüssel unterwegs lesen.</translation>
    </message>
    <message>
        <source>&amp;Do Not Send</source>
        <translation>&amp;Nicht senden</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… und %1 weitere</translation>
    </message>
    <message>
        <source>Read Other Files?</source>
        <translation>Andere Dateien lesen?</translation>
    </message>
    <message>
        <source>Let the experiment read files of these folders?
%1</source>
        <translation>Darf das Experiment Dateien dieser Ordner lesen?
%1</translation>
    </message>
    <message>
        <source>The experiment %1 names files that are not in its own folder; nothing of them has been read. Their text would go to the models and into the ledger:
%2</source>
        <translation>Das Experiment %1 nennt Dateien, die nicht in seinem Ordner liegen; nichts davon wurde gelesen. Ihr Text ginge an die Modelle und ins Hauptbuch:
%2</translation>
    </message>
    <message>
        <source>&amp;Do Not Read</source>
        <translation>&amp;Nicht lesen</translation>
    </message>
    <message>
        <source>Allow &amp;Once</source>
        <translation>&amp;Einmal erlauben</translation>
    </message>
    <message>
        <source>Allow &amp;Always for This Experiment</source>
        <translation>Für dieses Experiment &amp;immer erlauben</translation>
    </message>
</context>
<context>
    <name>Tempera::TurnsModel</name>
    <message>
        <source>%1, %2: %3</source>
        <comment>column, who speaks, text</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>nothing is said here</source>
        <translation>hier wird nichts gesagt</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistent</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>number of a turn, who speaks</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>Tempera::TurnsPage</name>
    <message>
        <source>Nothing was said yet. Run the case, and its whole conversation stands here turn by turn.</source>
        <translation>Es wurde noch nichts gesagt. Führt man den Fall aus, steht hier sein ganzes Gespräch, Beitrag für Beitrag.</translation>
    </message>
    <message>
        <source>Conversations turn by turn</source>
        <translation>Gespräche, Beitrag für Beitrag</translation>
    </message>
    <message>
        <source>What stands side by side</source>
        <translation>Was nebeneinander steht</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Beiträge</translation>
    </message>
</context>
<context>
    <name>Tempera::ValueEditor</name>
    <message>
        <source>The value of the current cell</source>
        <translation>Der Wert der aktuellen Zelle</translation>
    </message>
    <message>
        <source>%1 of a new case</source>
        <translation>%1 eines neuen Falls</translation>
    </message>
    <message>
        <source>%1 of case %2</source>
        <translation>%1 von Fall %2</translation>
    </message>
    <message>
        <source>%1: the first %L2 of %L3 characters; a value this long cannot be edited here</source>
        <translation>%1: die ersten %L2 von %L3 Zeichen; ein so langer Wert wird hier nicht bearbeitet</translation>
    </message>
</context>
<context>
    <name>Tempera::VariablesPage</name>
    <message>
        <source>Cases and their variables</source>
        <translation>Fälle und ihre Variablen</translation>
    </message>
    <message>
        <source>Add a case</source>
        <translation>Fall hinzufügen</translation>
    </message>
    <message>
        <source>Duplicate the case</source>
        <translation>Fall duplizieren</translation>
    </message>
    <message>
        <source>Remove the selected cases</source>
        <translation>Ausgewählte Fälle entfernen</translation>
    </message>
    <message>
        <source>Paste rows from the clipboard</source>
        <translation>Zeilen aus der Zwischenablage einfügen</translation>
    </message>
    <message>
        <source>Name of a new variable</source>
        <translation>Name einer neuen Variable</translation>
    </message>
    <message>
        <source>Add the variable</source>
        <translation>Variable hinzufügen</translation>
    </message>
    <message>
        <source>Remove the current column&apos;s variable</source>
        <translation>Variable der aktuellen Spalte entfernen</translation>
    </message>
    <message>
        <source>Type to change a value; the empty last row makes a new case. Return goes down, Tab goes right, Delete clears. Paste rows from a spreadsheet or CSV with Ctrl+V.</source>
        <translation>Tippen ändert einen Wert; die leere letzte Zeile wird ein neuer Fall. Eingabe geht nach unten, Tab nach rechts, Entf leert. Zeilen aus einer Tabelle oder CSV fügt Strg+V ein.</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Paste…</source>
        <translation>Einfügen …</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Remove Cases</source>
        <translation>Fälle entfernen</translation>
    </message>
    <message>
        <source>Import cases from a file…</source>
        <translation>Fälle aus einer Datei importieren …</translation>
    </message>
    <message>
        <source>Values Are Plain Text</source>
        <translation>Werte sind reiner Text</translation>
    </message>
    <message>
        <source>Braces in a value are part of it; otherwise a value may be a template.</source>
        <translation>Klammern in einem Wert gehören zu ihm; sonst kann ein Wert eine Vorlage sein.</translation>
    </message>
    <message>
        <source>Take values as plain text</source>
        <translation>Werte als reinen Text nehmen</translation>
    </message>
    <message>
        <source>Take values as templates</source>
        <translation>Werte als Vorlagen nehmen</translation>
    </message>
</context>
<context>
    <name>Tempera::VariablesTableModel</name>
    <message>
        <source>From the default case; type to give this case a value of its own</source>
        <translation>Aus dem Standardfall; tippen Sie, um diesem Fall einen eigenen Wert zu geben</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Change a value</source>
        <translation>Wert ändern</translation>
    </message>
    <message>
        <source>Add a case</source>
        <translation>Fall hinzufügen</translation>
    </message>
    <message>
        <source>Duplicate a case</source>
        <translation>Fall duplizieren</translation>
    </message>
    <message>
        <source>Remove cases</source>
        <translation>Fälle entfernen</translation>
    </message>
    <message>
        <source>Remove a variable</source>
        <translation>Variable entfernen</translation>
    </message>
    <message>
        <source>Type here to add a case.</source>
        <translation>Hier tippen, um einen Fall hinzuzufügen.</translation>
    </message>
    <message>
        <source>No value yet, but a prompt uses it.</source>
        <translation>Noch kein Wert, und ein Prompt verlangt ihn.</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>This check does not fit on one line; edit it under Checks.</source>
        <translation>An dieser Prüfung ist mehr, als eine Zeile sagen kann; bearbeiten Sie sie unter „Prüfungen“.</translation>
    </message>
    <message>
        <source>The expected answer, or a check: “contains: Paris”, “icontains-any: yes, no”, “regex: ^[0-9]+$”. More is possible under Checks.</source>
        <translation>Die erwartete Antwort oder eine Prüfung: „contains: Paris“, „icontains-any: yes, no“, „regex: ^[0-9]+$“. Mehr steht unter „Prüfungen“.</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>used</source>
        <translation>benutzt</translation>
    </message>
    <message>
        <source>A prompt, a value or a check uses it, and every case has a value.</source>
        <translation>Ein Prompt, ein Wert oder eine Prüfung benutzt sie, und jeder Fall hat einen Wert.</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>nicht benutzt</translation>
    </message>
    <message>
        <source>No prompt, value or check uses it.</source>
        <translation>Kein Prompt, kein Wert und keine Prüfung benutzt sie.</translation>
    </message>
    <message numerus="yes">
        <source>missing in %Ln case(s)</source>
        <translation>
            <numerusform>fehlt in %Ln Fall</numerusform>
            <numerusform>fehlt in %Ln Fällen</numerusform>
        </translation>
    </message>
    <message>
        <source>It is used, and these cases have no value for it.</source>
        <translation>Sie wird benutzt, und diese Fälle haben keinen Wert für sie.</translation>
    </message>
    <message>
        <source>Clear cells</source>
        <translation>Zellen leeren</translation>
    </message>
    <message>
        <source>Add a variable</source>
        <translation>Variable hinzufügen</translation>
    </message>
    <message>
        <source>Import cases</source>
        <translation>Fälle importieren</translation>
    </message>
</context>
<context>
    <name>Tempera::VariantActions</name>
    <message>
        <source>&amp;Add Variant</source>
        <translation>Variante &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Duplicate Variant</source>
        <translation>Variante &amp;duplizieren</translation>
    </message>
    <message>
        <source>&amp;Remove Variant</source>
        <translation>Variante &amp;entfernen</translation>
    </message>
    <message>
        <source>Re&amp;name Variant</source>
        <translation>Variante &amp;umbenennen</translation>
    </message>
    <message>
        <source>Move Variant &amp;Left</source>
        <translation>Variante nach &amp;links verschieben</translation>
    </message>
    <message>
        <source>Move Variant &amp;Right</source>
        <translation>Variante nach &amp;rechts verschieben</translation>
    </message>
    <message>
        <source>Duplicate a variant</source>
        <translation>Variante duplizieren</translation>
    </message>
    <message>
        <source>Remove a variant</source>
        <translation>Variante entfernen</translation>
    </message>
    <message>
        <source>Add a Hosted Model</source>
        <translation>Gehostetes Modell hinzufügen</translation>
    </message>
    <message>
        <source>Provider and model, for example “openai:chat:gpt-4o-mini”, “openrouter:…” or “ollama:chat:…”:</source>
        <translation>Anbieter und Modell, zum Beispiel „openai:chat:gpt-4o-mini“, „openrouter:…“ oder „ollama:chat:…“:</translation>
    </message>
    <message>
        <source>Add a variant</source>
        <translation>Variante hinzufügen</translation>
    </message>
    <message>
        <source>Move a variant</source>
        <translation>Variante verschieben</translation>
    </message>
    <message>
        <source>Enter &amp;Key…</source>
        <translation>&amp;Schlüssel eingeben …</translation>
    </message>
    <message>
        <source>Add a Model &amp;File (GGUF)…</source>
        <translation>Modell&amp;datei hinzufügen (GGUF) …</translation>
    </message>
    <message>
        <source>Add a &amp;Hosted Model…</source>
        <translation>&amp;Gehostetes Modell hinzufügen …</translation>
    </message>
    <message>
        <source>Model of %1…</source>
        <translation>Modell von %1 …</translation>
    </message>
    <message>
        <source>Model of %1:</source>
        <translation>Modell von %1:</translation>
    </message>
</context>
<context>
    <name>Tempera::VariantColumn</name>
    <message>
        <source>New name of the variant</source>
        <translation>Neuer Name der Variante</translation>
    </message>
    <message>
        <source>Actions for this variant</source>
        <translation>Aktionen für diese Variante</translation>
    </message>
    <message>
        <source>Press Ctrl+Return to run: the answer of this variant appears here.</source>
        <translation>Drücken Sie zum Ausführen Strg+Return: Die Antwort dieser Variante erscheint hier.</translation>
    </message>
    <message>
        <source>Answer of %1</source>
        <translation>Antwort von %1</translation>
    </message>
    <message>
        <source>Actions for %1</source>
        <translation>Aktionen für %1</translation>
    </message>
    <message>
        <source>the model&apos;s own settings</source>
        <translation>die eigenen Einstellungen des Modells</translation>
    </message>
    <message>
        <source>Changed since this answer was made</source>
        <translation>Seit dieser Antwort geändert</translation>
    </message>
    <message>
        <source>This run has no answer here.</source>
        <translation>Dieser Lauf hat hier keine Antwort.</translation>
    </message>
    <message>
        <source>The answer is empty.</source>
        <translation>Die Antwort ist leer.</translation>
    </message>
    <message>
        <source>at the address in %1</source>
        <translation>an der Adresse in %1</translation>
    </message>
    <message>
        <source>It was stopped before it generated anything.</source>
        <translation>Es wurde angehalten, bevor etwas geschrieben war.</translation>
    </message>
    <message>
        <source>It was not asked: the race was decided before.</source>
        <translation>Es wurde nicht angefragt: Das Rennen war schon entschieden.</translation>
    </message>
</context>
<context>
    <name>Tempera::VariantsModel</name>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Rename a variant</source>
        <translation>Variante umbenennen</translation>
    </message>
</context>
<context>
    <name>Tempera::VerdictMethodPage</name>
    <message>
        <source>How This Was Computed</source>
        <translation>Wie dies berechnet wurde</translation>
    </message>
</context>
<context>
    <name>Tempera::VerdictStrip</name>
    <message>
        <source>Verdict in Detail</source>
        <translation>Urteil im Einzelnen</translation>
    </message>
    <message>
        <source>Choose the Baseline…</source>
        <translation>Vergleichsvariante wählen…</translation>
    </message>
    <message>
        <source>How This Was Computed</source>
        <translation>Wie dies berechnet wurde</translation>
    </message>
    <message>
        <source>What the run proves</source>
        <translation>Was der Lauf beweist</translation>
    </message>
    <message>
        <source>One sentence a pair</source>
        <translation>Ein Satz je Paar</translation>
    </message>
    <message>
        <source>The baseline, which the others are compared with</source>
        <translation>Die Vergleichsvariante, mit der die anderen verglichen werden</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>Was verglichen wird</translation>
    </message>
    <message>
        <source>Scores, as the better and worse of the heads, or only whether all checks passed</source>
        <translation>Wertungen, wie „besser“ und „schlechter“ in den Spaltenköpfen, oder nur, ob alle Prüfungen bestanden sind</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Wertungen</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>nicht gefragt</translation>
    </message>
    <message>
        <source>Equal within, in points</source>
        <translation>Gleich bis auf, in Prozentpunkten</translation>
    </message>
    <message>
        <source>Two columns are called equal where their difference is proved to be below so many points. Empty: equality is not asked for, and “not decided” does not mean equal</source>
        <translation>Zwei Spalten heißen gleich, wenn bewiesen ist, dass ihr Unterschied unter so vielen Prozentpunkten liegt. Leer: Nach Gleichheit wird nicht gefragt, und „nicht entschieden“ heißt nicht gleich</translation>
    </message>
    <message>
        <source>E&amp;qual within</source>
        <translation>&amp;Gleich bis auf</translation>
    </message>
    <message>
        <source>Run of %1 · %2 passed, %3 failed</source>
        <translation>Lauf vom %1 · %2 bestanden, %3 nicht bestanden</translation>
    </message>
    <message>
        <source>computing…</source>
        <translation>wird berechnet …</translation>
    </message>
    <message>
        <source>Baseline: %1</source>
        <translation>Vergleichsvariante: %1</translation>
    </message>
    <message>
        <source>Settings Compared</source>
        <translation>Einstellungen im Vergleich</translation>
    </message>
    <message>
        <source>What follows is computed as if the number of cases had been fixed before, which a race that stops when it is decided has not: its intervals are too narrow. What the race says holds.</source>
        <translation>Was folgt, ist berechnet, als wäre die Zahl der Fälle vorher festgelegt gewesen; bei einem Rennen, das bei Entscheidung anhält, war sie das nicht: Seine Intervalle sind zu schmal. Was das Rennen sagt, gilt.</translation>
    </message>
    <message>
        <source>Result File…</source>
        <translation>Ergebnisdatei…</translation>
    </message>
    <message>
        <source>Results that Tempera or promptfoo wrote: JSON, or a result in each line</source>
        <translation>Ergebnisse, die Tempera oder promptfoo geschrieben hat: JSON oder ein Ergebnis in jeder Zeile</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a run and its variant</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>baseline: %1</source>
        <translation>Vergleichsvariante: %1</translation>
    </message>
</context>
<context>
    <name>Tempera::VerdictsModel</name>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wertung</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>Tempera::VerdictsPage</name>
    <message>
        <source>Verdicts of the selected answer</source>
        <translation>Urteile zur ausgewählten Antwort</translation>
    </message>
    <message>
        <source>Run the experiment to see which checks its answers pass.</source>
        <translation>Führen Sie das Experiment aus, um zu sehen, welche Prüfungen seine Antworten bestehen.</translation>
    </message>
    <message>
        <source>This answer has no checks. Add some under Prompt, Checks.</source>
        <translation>Diese Antwort hat keine Prüfungen. Fügen Sie welche unter „Prompt“, „Prüfungen“ hinzu.</translation>
    </message>
    <message>
        <source>The answer is checked as soon as it is complete.</source>
        <translation>Die Antwort wird geprüft, sobald sie vollständig ist.</translation>
    </message>
    <message>
        <source>There is no answer to check: the race was decided before it was asked.</source>
        <translation>Es gibt keine Antwort zu prüfen: Das Rennen war entschieden, bevor sie angefragt wurde.</translation>
    </message>
</context>
<context>
    <name>Template</name>
    <message>
        <source>The variable &quot;%1&quot; has no value.</source>
        <translation>Die Variable „%1“ hat keinen Wert.</translation>
    </message>
    <message>
        <source>The filter &quot;%1&quot; cannot be used: %2</source>
        <translation>Der Filter „%1“ kann nicht verwendet werden: %2</translation>
    </message>
</context>
<context>
    <name>TokenText</name>
    <message>
        <source>%1 bits (%2 nats)</source>
        <translation>%1 Bit (%2 nat)</translation>
    </message>
    <message>
        <source>top-k %1</source>
        <translation>Top-k %1</translation>
    </message>
    <message>
        <source>top-p %1</source>
        <translation>Top-p %1</translation>
    </message>
    <message>
        <source>min-p %1</source>
        <translation>Min-p %1</translation>
    </message>
    <message>
        <source>typical %1</source>
        <translation>Typical %1</translation>
    </message>
    <message>
        <source>top-n-sigma %1</source>
        <translation>Top-n-Sigma %1</translation>
    </message>
    <message>
        <source>T %1</source>
        <translation>T %1</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>bleibt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>abgeschnitten</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>möglich</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>With these settings the same token is drawn.</source>
        <translation>Mit diesen Einstellungen wird dasselbe Token gezogen.</translation>
    </message>
    <message>
        <source>It could still be drawn, but the same random number draws another one.</source>
        <translation>Es könnte noch gezogen werden, aber dieselbe Zufallszahl zieht ein anderes.</translation>
    </message>
    <message>
        <source>With these settings it cannot be drawn.</source>
        <translation>Mit diesen Einstellungen kann es nicht gezogen werden.</translation>
    </message>
    <message>
        <source>It can be drawn; whether it would be cannot be told from the stored trace.</source>
        <translation>Es kann gezogen werden; ob es das würde, lässt sich aus dem Aufbewahrten nicht sagen.</translation>
    </message>
    <message>
        <source>Whether it would be cut cannot be told from the stored trace.</source>
        <translation>Ob es abgeschnitten würde, lässt sich aus dem Aufbewahrten nicht sagen.</translation>
    </message>
    <message numerus="yes">
        <source>over %n token(s)</source>
        <translation>
            <numerusform>über %n Token</numerusform>
            <numerusform>über %n Tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>over %1 of %2 tokens: of the others no probability is known</source>
        <translation>über %1 von %2 Tokens: Von den anderen ist keine Wahrscheinlichkeit bekannt</translation>
    </message>
    <message>
        <source>Mean log-probability %1 (%2 bits a token), perplexity %3, %4</source>
        <translation>Mittlere Log-Wahrscheinlichkeit %1 (%2 Bit je Token), Perplexität %3, %4</translation>
    </message>
    <message>
        <source>rest of the vocabulary %1</source>
        <translation>übriges Vokabular %1</translation>
    </message>
</context>
<context>
    <name>Trust</name>
    <message>
        <source>must be the name of a key and a host, such as OPENAI_API_KEY=llm.example.com</source>
        <translation>muss der Name eines Schlüssels und ein Host sein, etwa OPENAI_API_KEY=llm.example.com</translation>
    </message>
    <message>
        <source>The key %1 is not sent to %2: it is not known to belong there. To allow it: --allow-key %3, or answer the question in the window.</source>
        <translation>Der Schlüssel %1 wird nicht an %2 gesendet: Es ist nicht bekannt, dass er dorthin gehört. Erlauben lässt es sich mit --allow-key %3 oder durch die Frage im Fenster.</translation>
    </message>
</context>
<context>
    <name>UnsetText</name>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>a new one</source>
        <translation>ein neuer</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>the default order</source>
        <translation>die übliche Reihenfolge</translation>
    </message>
    <message>
        <source>default: %1</source>
        <translation>Vorgabe: %1</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Not set. Without it: %1.</source>
        <translation>Nicht gesetzt. Ohne gilt: %1.</translation>
    </message>
    <message>
        <source>Not set and not sent: the endpoint&apos;s own default applies.</source>
        <translation>Nicht gesetzt und nicht gesendet: Es gilt, was der Endpunkt von sich aus tut.</translation>
    </message>
</context>
<context>
    <name>VerdictText</name>
    <message>
        <source>Judged by %1: %2 tokens read, %3 written, cost %4</source>
        <translation>Bewertet von %1: %2 Token gelesen, %3 geschrieben, Kosten %4</translation>
    </message>
</context>
<context>
    <name>VerdictTexts</name>
    <message>
        <source>Compared are scores: the weighted mean of a case&apos;s checks, as the grid&apos;s differences are. An answer that no check scored is left out.</source>
        <translation>Verglichen werden Wertungen: das gewichtete Mittel der Prüfungen eines Falls, wie bei den Unterschieden im Raster. Eine Antwort, die keine Prüfung bewertet hat, wird ausgelassen.</translation>
    </message>
    <message>
        <source>Compared is whether all checks passed (1) or not (0). A request that failed counts as not passed.</source>
        <translation>Verglichen wird, ob alle Prüfungen bestanden sind (1) oder nicht (0). Eine fehlgeschlagene Anfrage zählt als nicht bestanden.</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>Was verglichen wird</translation>
    </message>
    <message>
        <source>Repeats of a case are averaged first: they are not independent, so that a case counts once.</source>
        <translation>Wiederholungen eines Falls werden zuerst gemittelt: Sie sind nicht unabhängig, ein Fall zählt daher nur einmal.</translation>
    </message>
    <message>
        <source>Pass rates</source>
        <translation>Bestehensquoten</translation>
    </message>
    <message>
        <source>Wilson&apos;s interval (JASA 22, 1927): (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n), confidence %1 %. With repeats n is the number of independent answers that would scatter as the cases do, SE² = Σ_cases(Σ_repeats(s − mean))²/n², and z is Student&apos;s quantile (Liang, Zeger 1986; Korn, Graubard 1998).</source>
        <translation>Wilson-Intervall (JASA 22, 1927): (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n), Konfidenz %1 %. Bei Wiederholungen ist n die Zahl unabhängiger Antworten, die ebenso streuen würden wie die Fälle, SE² = Σ_Fälle(Σ_Wiederholungen(s − Mittel))²/n², und z das Quantil der Student-Verteilung (Liang, Zeger 1986; Korn, Graubard 1998).</translation>
    </message>
    <message>
        <source>Test: exact McNemar (Psychometrika 12, 1947), p = min(1, 2·P(X ≤ min(better, worse))), X binomial over the cases that differ with probability ½.</source>
        <translation>Test: exakter McNemar-Test (Psychometrika 12, 1947), p = min(1, 2·P(X ≤ min(besser, schlechter))), X binomialverteilt über die Fälle, die sich unterscheiden, mit Wahrscheinlichkeit ½.</translation>
    </message>
    <message>
        <source>Test: sign flips of the differences (Fisher 1935, §21; Phipson, Smyth 2010), p = (1 + hits)/(1 + flips) over %1 random sign patterns, or all there are where they are fewer; from 2,000 cases on Σd/√Σd² is taken as normal.</source>
        <translation>Test: Vorzeichenwechsel der Differenzen (Fisher 1935, §21; Phipson, Smyth 2010), p = (1 + Treffer)/(1 + Wechsel) über %1 zufällige Vorzeichenmuster oder über alle, wo es weniger gibt; ab 2.000 Fällen gilt Σd/√Σd² als normalverteilt.</translation>
    </message>
    <message>
        <source>Interval: of the difference of paired rates, by Tango&apos;s score (Statistics in Medicine 17, 1998, eq. 11).</source>
        <translation>Intervall: für die Differenz gepaarter Quoten, nach Tangos Score-Verfahren (Statistics in Medicine 17, 1998, Gl. 11).</translation>
    </message>
    <message>
        <source>Interval: Student&apos;s, of the mean difference over cases; over %1 cases it is the bootstrap&apos;s.</source>
        <translation>Intervall: nach Student, für die mittlere Differenz über die Fälle; bei mehr als %1 Fällen das des Bootstraps.</translation>
    </message>
    <message>
        <source>Interval: smoothed bootstrap over cases (Hesterberg, arXiv 1411.5279, §4), %1 resamples.</source>
        <translation>Intervall: geglätteter Bootstrap über die Fälle (Hesterberg, arXiv 1411.5279, §4), %1 Stichproben.</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 gegen %2</translation>
    </message>
    <message>
        <source>Cases: %1 better, %2 worse, %3 equal, %4 left out. Mean difference %5.</source>
        <translation>Fälle: %1 besser, %2 schlechter, %3 gleich, %4 ausgelassen. Mittlere Differenz %5.</translation>
    </message>
    <message>
        <source>Scores of fewer than %1 cases say nothing, so no test was made.</source>
        <translation>Wertungen von weniger als %1 Fällen sagen nichts aus, daher wurde nicht getestet.</translation>
    </message>
    <message>
        <source>p = %1.</source>
        <translation>p = %1.</translation>
    </message>
    <message>
        <source>p = %1, corrected.</source>
        <translation>p = %1, korrigiert.</translation>
    </message>
    <message>
        <source>Equality: p = %1.</source>
        <translation>Gleichheit: p = %1.</translation>
    </message>
    <message>
        <source>Better or worse is said where p ≤ %1 and the interval is on one side of 0.</source>
        <translation>Besser oder schlechter heißt es, wenn p ≤ %1 ist und das Intervall auf einer Seite von 0 liegt.</translation>
    </message>
    <message>
        <source>Equality</source>
        <translation>Gleichheit</translation>
    </message>
    <message>
        <source>Not asked: set the difference below which two columns are as good as equal. “Not decided” is not “equal”.</source>
        <translation>Nicht gefragt: Legen Sie den Unterschied fest, unter dem zwei Spalten so gut wie gleich sind. „Nicht entschieden“ ist nicht „gleich“.</translation>
    </message>
    <message>
        <source>Two one-sided tests (Schuirmann 1987) at a margin of %1 % of the range of the scores: equal is said where both “the difference is the margin or more” and “minus the margin or less” are refused at %2.</source>
        <translation>Zwei einseitige Tests (Schuirmann 1987) mit einer Schranke von %1 % der Spannweite der Wertungen: Gleich heißt es, wenn sowohl „der Unterschied ist mindestens die Schranke“ als auch „höchstens minus die Schranke“ zum Niveau %2 verworfen werden.</translation>
    </message>
    <message>
        <source>Several pairs</source>
        <translation>Mehrere Paare</translation>
    </message>
    <message>
        <source>Holm&apos;s correction (Scandinavian Journal of Statistics 6, 1979): sorted p-values are multiplied by the number of pairs left and never fall, so that a difference that is none is called with at most the one chance. Intervals are those of each pair alone.</source>
        <translation>Holm-Korrektur (Scandinavian Journal of Statistics 6, 1979): Sortierte p-Werte werden mit der Zahl der verbleibenden Paare multipliziert und fallen nie, sodass insgesamt höchstens mit der einen Irrtumswahrscheinlichkeit ein Unterschied genannt wird, der keiner ist. Intervalle sind die jedes Paares für sich.</translation>
    </message>
    <message>
        <source>Benjamini and Hochberg&apos;s correction (JRSS B 57, 1995), as there are more than ten pairs: of the differences that are called, at most that share is none on average. Intervals are those of each pair alone.</source>
        <translation>Korrektur nach Benjamini und Hochberg (JRSS B 57, 1995), da es mehr als zehn Paare sind: Von den genannten Unterschieden ist im Mittel höchstens dieser Anteil keiner. Intervalle sind die jedes Paares für sich.</translation>
    </message>
    <message>
        <source>Cases that are needed</source>
        <translation>Benötigte Fälle</translation>
    </message>
    <message>
        <source>n = (z_{α/2} + z_β)²·Var(d)/δ² (Miller, arXiv 2411.00640), with power %1 and δ = %2 % of the range of the scores, rounded up to two digits.</source>
        <translation>n = (z_{α/2} + z_β)²·Var(d)/δ² (Miller, arXiv 2411.00640), mit Teststärke %1 und δ = %2 % der Spannweite der Wertungen, aufgerundet auf zwei Stellen.</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>At least one of k: 1 − C(n−c, k)/C(n, k) (Chen et al., arXiv 2107.03374, eq. 1); all of k: C(c, k)/C(n, k) (Yao et al., arXiv 2406.12045), c of n repeats passed; the mean over cases ± Student&apos;s quantile × SE. Both are unbiased; the pass rate to the power of k would not be.</source>
        <translation>Mindestens eine von k: 1 − C(n−c, k)/C(n, k) (Chen et al., arXiv 2107.03374, Gl. 1); alle k: C(c, k)/C(n, k) (Yao et al., arXiv 2406.12045), c von n Wiederholungen bestanden; das Mittel über die Fälle ± Student-Quantil × SE. Beide sind erwartungstreu; die k-te Potenz der Bestehensquote wäre es nicht.</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>Rangfolge</translation>
    </message>
    <message>
        <source>Bradley and Terry&apos;s strengths (Biometrika 39, 1952), P(i beats j) = 1/(1 + e^(s_j − s_i)), fitted by Hunter&apos;s minorisation (2004), a tie half a win to both; scatter over %1 resamples of the cases. Ranks are said as bands: a column is placed above another only where their difference is decided (normal, Holm over all pairs).</source>
        <translation>Stärken nach Bradley und Terry (Biometrika 39, 1952), P(i schlägt j) = 1/(1 + e^(s_j − s_i)), angepasst durch Hunters Minorisierung (2004), ein Gleichstand als halber Sieg für beide; Streuung über %1 Stichproben aus den Fällen. Ränge werden als Spannen genannt: Eine Spalte steht nur dann über einer anderen, wenn ihr Unterschied entschieden ist (Normalverteilung, Holm über alle Paare).</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>Resamples are drawn by a 64-bit Mersenne Twister from seed %1, one more for each next pair: the same results give the same figures.</source>
        <translation>Stichproben zieht ein 64-Bit-Mersenne-Twister mit Seed %1, bei jedem weiteren Paar um eins höher: Gleiche Ergebnisse ergeben gleiche Zahlen.</translation>
    </message>
    <message>
        <source>Nothing has been run yet.</source>
        <translation>Es wurde noch nichts ausgeführt.</translation>
    </message>
    <message>
        <source>One column: add a variant, or choose an earlier run as the baseline, to compare it with.</source>
        <translation>Eine Spalte: Fügen Sie eine Variante hinzu, oder wählen Sie einen früheren Lauf als Vergleichsvariante, um sie damit zu vergleichen.</translation>
    </message>
    <message>
        <source>No case has a result of two columns yet. Checks give answers the scores that are compared.</source>
        <translation>Noch kein Fall hat Ergebnisse von zwei Spalten. Prüfungen geben den Antworten die Wertungen, die verglichen werden.</translation>
    </message>
    <message>
        <source>better than the baseline</source>
        <translation>besser als die Vergleichsvariante</translation>
    </message>
    <message>
        <source>worse than the baseline</source>
        <translation>schlechter als die Vergleichsvariante</translation>
    </message>
    <message>
        <source>equal to the baseline</source>
        <translation>gleich der Vergleichsvariante</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>nicht entschieden</translation>
    </message>
    <message>
        <source>too few cases</source>
        <translation>zu wenige Fälle</translation>
    </message>
    <message>
        <source>%1 rank %2</source>
        <comment>a variant and its rank, or the ranks that it may have</comment>
        <translation>%1 Rang %2</translation>
    </message>
    <message>
        <source>Ranking: %1; %2</source>
        <translation>Rangfolge: %1; %2</translation>
    </message>
    <message>
        <source>%1: of %2 answers at least one passes in %3 of the cases, all pass in %4</source>
        <translation>%1: Von %2 Antworten besteht in %3 der Fälle mindestens eine, in %4 bestehen alle</translation>
    </message>
</context>
</TS>
