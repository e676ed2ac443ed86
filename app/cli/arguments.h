// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/casechoice.h"
#include "app/cli/exitcode.h"
#include "app/cli/historyarguments.h"
#include "app/cli/namedparts.h"
#include "app/cli/outputshape.h"
#include "models/core/money.h"
#include "models/core/ports/spending.h"
#include "models/core/request.h"
#include "models/core/sampling.h"
#include "models/core/trust.h"
#include "models/session/runrace.h"
#include "models/snippets/requestsnippet.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <expected>
#include <optional>
#include <variant>

namespace Tempera {

/// How long the user's word on keys and files counts.
enum class TrustTerm { ThisRun, Remembered };
/// Whether results go to the ledger.
enum class LedgerUse { Kept, Without };

struct RunArguments {
    QString file;        ///< Empty only where a run goes on: then it is the run's own.
    QStringList outputs; ///< Each with an ending that reportFormatForPath() knows.
    int jobs = 0;        ///< 0 = the experiment's own.
    int repeat = 0;      ///< 0 = the experiment's own.
    LedgerUse ledger = LedgerUse::Kept;
    CacheUse cache = CacheUse::Settled; ///< Never where nothing is kept.
    std::optional<Money> maxCost;
    bool acceptsUnknownCost = false; ///< With maxCost: also requests of which nobody knows what they may cost.
    QString filterPattern;
    CaseChoice choice;
    NamedParts parts; ///< Instead of the file's own.
    TableUse table = TableUse::Shown;
    std::optional<RaceSettings> race;                  ///< Nothing = all cells are run.
    std::optional<std::chrono::milliseconds> deadline; ///< Of each cell; 0 = none. Nothing = the experiment's own.
    std::optional<std::chrono::milliseconds> delay;    ///< After each answer; 0 = none. Nothing = the experiment's own.
    bool strict = false;
    QList<KeyGrant> allowedKeys;  ///< For every experiment, as they are on the command line.
    QStringList allowedFolders;   ///< As they are on the command line.
    QStringList allowedVariables; ///< Names of variables of the environment that templates may see.
    QStringList envFiles;         ///< Files with more of them, see takeEnvFiles().
    TrustTerm trustTerm = TrustTerm::ThisRun;
    /// A run goes on: its id or the beginning of it; empty = the newest that can, of `file` where that is not empty.
    std::optional<QString> resume;
    bool watch = false;       ///< Runs again when the experiment or one of its files changes.
    bool retryErrors = false; ///< Of a run that goes on: cells that ended in an error are asked again.
    OutputShape shape = OutputShape::People;
};

struct GenerateArguments {
    QString model = QStringLiteral("local:tempera-mini");
    std::optional<QString> system;
    SamplingSettings sampling;
    QString grammarFile; ///< A grammar to read into the settings; empty = none.
    QString schemaFile;  ///< A JSON schema to read into the settings; empty = none.
    PromptForm form = PromptForm::Chat;
    std::optional<std::chrono::milliseconds> deadline; ///< 0 = none. Nothing = the usual one.
    bool strict = false;
    std::optional<QString> prompt;      ///< Nothing = read standard input.
    std::optional<QString> labels;      ///< Nothing is written: how likely each of these is as the answer.
    std::optional<QString> scoreText;   ///< Nothing is written: how likely this is as the answer.
    std::optional<RequestForm> shownAs; ///< Nothing is sent: the request is written so.
    QStringList envFiles;               ///< As in RunArguments.
    OutputShape shape = OutputShape::People;
};

/// What `tokens` writes.
enum class TokenOutput { Count, Ids };

struct TokensArguments {
    QString target = QStringLiteral("o200k_base"); ///< An encoding or a model.
    TokenOutput output = TokenOutput::Count;
    std::optional<QString> file; ///< Nothing = read standard input.
};

struct CostArguments {
    QStringList models;                ///< Empty only for an experiment, which has its own.
    std::optional<QString> inputFile;  ///< A file, a folder or an experiment; "-" = standard input.
    std::optional<QString> field;      ///< Of a data set: where its documents are.
    std::optional<QString> promptFile; ///< What stands before each document.
    std::optional<std::int64_t> inputTokens;
    std::optional<std::int64_t> outputTokens; ///< Of each answer.
    std::optional<std::int64_t> outputCap;    ///< The most of an answer, whose length is open.
    bool usesModelCap = false;                ///< The same with the models' own limits.
    int pilot = 0;                            ///< So many requests are really asked, to see how long answers are; 0 = none.
    std::optional<std::int64_t> requests;     ///< Nothing = one for each document.
    bool each = false;                        ///< In JSON: the input tokens of each document too.
    OutputShape shape = OutputShape::People;
};

struct SpendArguments {
    QDate since;                          ///< In local time; invalid = the beginning.
    std::optional<std::int64_t> daysBack; ///< From so many days before today on, instead.
    SpendingBy by = SpendingBy::Day;
    OutputShape shape = OutputShape::People;
};

/// What is done about published prices.
enum class PricesVerb { List, Refresh, Remove };

struct PricesArguments {
    PricesVerb verb = PricesVerb::List;
    QStringList models;          ///< Only these; empty = all.
    std::optional<QString> from; ///< An address or a file; nothing = that of the settings.
    bool takes = false;          ///< What is shown, without asking again.
    bool withNew = false;        ///< Also models that the catalog does not know.
    bool all = false;            ///< Removes all of them.
    OutputShape shape = OutputShape::People;
};

struct ModelsArguments {
    OutputShape shape = OutputShape::People;
};

/// What is done to one model of the library.
enum class ModelVerb { Show, Add, Remove };

struct ModelArguments {
    ModelVerb verb = ModelVerb::Show;
    QString model; ///< A name or a path; to add: a file or a folder.
    OutputShape shape = OutputShape::People;
};

struct CacheListArguments {
    QString search; ///< Empty = all.
    int limit = 20;
    OutputShape shape = OutputShape::People;
};

struct CacheClearArguments {
    std::optional<std::chrono::days> olderThan; ///< Nothing = all of them.
    OutputShape shape = OutputShape::People;
};

/// An experiment is read and planned, and nothing is asked.
struct ValidateArguments {
    QString file;
    NamedParts parts;             ///< As in RunArguments.
    QStringList envFiles;         ///< As in RunArguments.
    QStringList allowedVariables; ///< As in RunArguments.
};

/// What is done with batches.
enum class BatchVerb { Write, Read, Submit, Status, Fetch, Cancel };

struct BatchArguments {
    BatchVerb verb = BatchVerb::Status;
    RunArguments run;    ///< What is asked, and how results are shown.
    QString batch;       ///< A batch or a run, by its id or its beginning; empty = all, or the newest.
    QString target;      ///< To write: the file; empty = standard output.
    QStringList results; ///< To read: the files.
};

using Arguments =
    std::variant<RunArguments, ValidateArguments, GenerateArguments, TokensArguments, CostArguments, SpendArguments,
                 PricesArguments, ModelsArguments, ModelArguments, HistoryListArguments, HistoryShowArguments, ImportArguments,
                 HistorySetAsideArguments, CacheListArguments, CacheClearArguments, BatchArguments>;

/// Nothing to carry out: help or version for standard output, or a complaint for standard error.
struct ArgumentsEnd {
    ExitCode code = ExitCode::Usage;
    QString text; ///< Ends with a line feed.
};

/// Reads the arguments after the program's name. Numbers are in C notation whatever the locale.
[[nodiscard]] std::expected<Arguments, ArgumentsEnd> parseArguments(const QStringList &arguments, const QString &version);

/// The words that parseArguments() takes as first argument.
[[nodiscard]] QStringList commandNames();

} // namespace Tempera
