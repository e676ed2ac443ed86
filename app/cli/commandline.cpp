// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commandline.h"

#include "app/cli/arguments.h"
#include "app/cli/batchcommands.h"
#include "app/cli/cachecommand.h"
#include "app/cli/costcommand.h"
#include "app/cli/envfile.h"
#include "app/cli/generatecommand.h"
#include "app/cli/historycommand.h"
#include "app/cli/importcommand.h"
#include "app/cli/interruptwatch.h"
#include "app/cli/modelcommand.h"
#include "app/cli/modelscommand.h"
#include "app/cli/pricescommand.h"
#include "app/cli/runcommand.h"
#include "app/cli/scorecommand.h"
#include "app/cli/spendcommand.h"
#include "app/cli/tokenscommand.h"
#include "app/cli/validatecommand.h"
#include "app/cli/watchcommand.h"

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Makes the command of its arguments.
struct Maker {
    const CliContext &context;

    using Made = std::unique_ptr<Command>;
    Made operator()(const RunArguments &a) const
    {
        if (a.watch)
            return std::make_unique<WatchCommand>(context, a);
        return std::make_unique<RunCommand>(context, a);
    }
    Made operator()(const ValidateArguments &a) const { return std::make_unique<ValidateCommand>(context, a); }
    Made operator()(const GenerateArguments &a) const
    {
        if (a.labels || a.scoreText)
            return std::make_unique<ScoreCommand>(context, a);
        return std::make_unique<GenerateCommand>(context, a);
    }
    Made operator()(const TokensArguments &a) const { return std::make_unique<TokensCommand>(context, a); }
    Made operator()(const CostArguments &a) const { return std::make_unique<CostCommand>(context, a); }
    Made operator()(const SpendArguments &a) const { return std::make_unique<SpendCommand>(context, a); }
    Made operator()(const PricesArguments &a) const { return std::make_unique<PricesCommand>(context, a); }
    Made operator()(const ModelsArguments &a) const { return std::make_unique<ModelsCommand>(context, a); }
    Made operator()(const ModelArguments &a) const { return std::make_unique<ModelCommand>(context, a); }
    Made operator()(const HistoryListArguments &a) const { return std::make_unique<HistoryListCommand>(context, a); }
    Made operator()(const HistoryShowArguments &a) const { return std::make_unique<HistoryShowCommand>(context, a); }
    Made operator()(const ImportArguments &a) const { return std::make_unique<ImportCommand>(context, a); }
    Made operator()(const BatchArguments &a) const { return batchCommand(context, a); }
    Made operator()(const HistorySetAsideArguments &) const { return std::make_unique<HistorySetAsideCommand>(context); }
    Made operator()(const CacheListArguments &a) const { return std::make_unique<CacheListCommand>(context, a); }
    Made operator()(const CacheClearArguments &a) const { return std::make_unique<CacheClearCommand>(context, a); }
};

/// Where a command is told of files with variables, and where it keeps what templates may see of them.
struct EnvFileWish {
    const QStringList *files = nullptr; ///< Null = it takes none.
    QStringList *seen = nullptr;        ///< Null = it has no templates.
};

EnvFileWish envFilesOf(Arguments &arguments)
{
    if (auto *run = std::get_if<RunArguments>(&arguments))
        return {&run->envFiles, &run->allowedVariables};
    if (auto *batch = std::get_if<BatchArguments>(&arguments))
        return {&batch->run.envFiles, &batch->run.allowedVariables};
    if (auto *validate = std::get_if<ValidateArguments>(&arguments))
        return {&validate->envFiles, &validate->allowedVariables};
    if (auto *generate = std::get_if<GenerateArguments>(&arguments))
        return {&generate->envFiles, nullptr};
    return {};
}

/// Takes what is in the files with variables that a command names.
Result<void> takeVariables(Arguments &arguments, const PromptStore &files)
{
    const EnvFileWish wish = envFilesOf(arguments);
    if (!wish.files || wish.files->isEmpty())
        return {};
    const Result<QStringList> seen = takeEnvFiles(*wish.files, files);
    if (seen && wish.seen)
        *wish.seen += *seen;
    return seen ? Result<void>() : std::unexpected(seen.error());
}

/// Whether a command can do nothing without the ledger, or had better not: what is paid for is to be kept.
bool needsLedger(const Arguments &arguments)
{
    if (const auto *run = std::get_if<RunArguments>(&arguments))
        return run->ledger == LedgerUse::Kept;
    if (const auto *batch = std::get_if<BatchArguments>(&arguments))
        return batch->verb != BatchVerb::Write && batch->run.ledger == LedgerUse::Kept;
    return std::holds_alternative<HistoryListArguments>(arguments) || std::holds_alternative<HistoryShowArguments>(arguments)
           || std::holds_alternative<ImportArguments>(arguments) || std::holds_alternative<SpendArguments>(arguments)
           || std::holds_alternative<CacheListArguments>(arguments) || std::holds_alternative<CacheClearArguments>(arguments);
}

} // namespace

CommandLine::CommandLine(const CliContext &context, QObject *parent) : QObject(parent), m_context(context) { }

CommandLine::~CommandLine() = default;

void CommandLine::start(const QStringList &arguments)
{
    std::expected<Arguments, ArgumentsEnd> parsed = parseArguments(arguments, m_context.version);
    if (!parsed) {
        const ArgumentsEnd &end = parsed.error();
        (end.code == ExitCode::Passed ? m_context.out : m_context.err)->write(end.text.toUtf8());
        finish(end.code);
        return;
    }
    if (const std::optional<Error> &fault = m_context.ledgerFault) {
        writeLine(*m_context.err, errorSentence(*fault));
        if (needsLedger(*parsed)) {
            writeLine(*m_context.err, ledgerAdvice());
            finish(ExitCode::RunError);
            return;
        }
    }
    if (const Result<void> taken = takeVariables(*parsed, *m_context.files); !taken) {
        writeLine(*m_context.err, errorSentence(taken.error()));
        finish(ExitCode::Usage);
        return;
    }
    m_command = std::visit(Maker{m_context}, *parsed);
    connect(m_command.get(), &Command::finished, this, &CommandLine::finish);
    m_command->start(); // reads standard input where it is asked to; until then a signal simply ends the process
    if (m_finished)
        return;
    m_interrupts = std::make_unique<InterruptWatch>();
    connect(m_interrupts.get(), &InterruptWatch::interrupted, this, [this](int signal) {
        m_signal = signal;
        m_command->interrupt();
    });
}

void CommandLine::finish(ExitCode code)
{
    if (m_finished)
        return;
    m_finished = true;
    const int exit = code == ExitCode::Interrupted ? signalExitCode(m_signal) : static_cast<int>(whenWritten(code));
    QMetaObject::invokeMethod(this, [this, exit] { Q_EMIT finished(exit); }, Qt::QueuedConnection);
}

/// Output that could not be written makes a command fail.
ExitCode CommandLine::whenWritten(ExitCode code) const
{
    const std::optional<Error> fault = m_context.out->fault();
    if (fault)
        writeLine(*m_context.err, errorSentence(*fault));
    const bool lost = fault || m_context.err->fault();
    return lost && code != ExitCode::Usage ? ExitCode::RunError : code;
}

} // namespace Tempera
