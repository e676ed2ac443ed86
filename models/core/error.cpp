// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/error.h"

#include <QCoreApplication>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

struct KindText {
    ErrorKind kind;
    const char *name;
    const char *sentence; ///< What happened, for display.
    const char *advice;   ///< What to do; may be empty.
};

constexpr std::array kindTexts{
    KindText{ErrorKind::Cancelled, "cancelled", QT_TRANSLATE_NOOP("Error", "Stopped."), ""},
    KindText{ErrorKind::Network, "network", QT_TRANSLATE_NOOP("Error", "The connection failed."),
             QT_TRANSLATE_NOOP("Error", "Check the address and whether the server runs.")},
    KindText{ErrorKind::Timeout, "timeout", QT_TRANSLATE_NOOP("Error", "The request timed out."),
             QT_TRANSLATE_NOOP("Error", "Try again, or allow more time.")},
    KindText{ErrorKind::RateLimited, "rate-limited", QT_TRANSLATE_NOOP("Error", "Too many requests."),
             QT_TRANSLATE_NOOP("Error", "Wait a little, or run fewer cells at once.")},
    KindText{ErrorKind::QuotaExhausted, "quota-exhausted", QT_TRANSLATE_NOOP("Error", "The quota is used up."),
             QT_TRANSLATE_NOOP("Error", "Add credit with the provider; retrying does not help.")},
    KindText{ErrorKind::Auth, "auth", QT_TRANSLATE_NOOP("Error", "The key is missing or was refused."),
             QT_TRANSLATE_NOOP("Error", "Set the key in the environment or in the keychain.")},
    KindText{ErrorKind::BadRequest, "bad-request", QT_TRANSLATE_NOOP("Error", "The endpoint refused the request."), ""},
    KindText{ErrorKind::UnsupportedParameter, "unsupported-parameter",
             QT_TRANSLATE_NOOP("Error", "The model does not take a parameter."),
             QT_TRANSLATE_NOOP("Error", "Unset it for this variant.")},
    KindText{ErrorKind::ContextTooLong, "context-too-long",
             QT_TRANSLATE_NOOP("Error", "The prompt does not fit the model's context."),
             QT_TRANSLATE_NOOP("Error", "Shorten the prompt, or ask for fewer tokens.")},
    KindText{ErrorKind::ModelMissing, "model-missing", QT_TRANSLATE_NOOP("Error", "There is no such model."),
             QT_TRANSLATE_NOOP("Error", "`tempera models list` shows the available models.")},
    KindText{ErrorKind::ModelBroken, "model-broken", QT_TRANSLATE_NOOP("Error", "The model file cannot be used."),
             QT_TRANSLATE_NOOP("Error", "Download the file again, or choose another one.")},
    KindText{ErrorKind::ModelUnsupported, "model-unsupported",
             QT_TRANSLATE_NOOP("Error", "This version of the engine cannot run the model."),
             QT_TRANSLATE_NOOP("Error", "Downloading the file again does not help; a newer version of Tempera may.")},
    KindText{ErrorKind::OutOfMemory, "out-of-memory", QT_TRANSLATE_NOOP("Error", "There is not enough memory."),
             QT_TRANSLATE_NOOP("Error", "Choose a smaller model or a shorter context.")},
    KindText{ErrorKind::ServerFault, "server-fault", QT_TRANSLATE_NOOP("Error", "The endpoint failed."),
             QT_TRANSLATE_NOOP("Error", "Try again later.")},
    KindText{ErrorKind::Protocol, "protocol", QT_TRANSLATE_NOOP("Error", "The answer could not be understood."), ""},
    KindText{ErrorKind::WrongAddress, "wrong-address", QT_TRANSLATE_NOOP("Error", "This is not the address of an API."),
             QT_TRANSLATE_NOOP("Error", "Check that the address is that of an API of this kind.")},
    KindText{ErrorKind::Interrupted, "interrupted", QT_TRANSLATE_NOOP("Error", "The answer broke off."),
             QT_TRANSLATE_NOOP("Error", "The text so far is kept; run the cell again for the whole answer.")},
    KindText{ErrorKind::ContentFiltered, "content-filtered", QT_TRANSLATE_NOOP("Error", "The endpoint withheld the answer."), ""},
    KindText{ErrorKind::Budget, "budget", QT_TRANSLATE_NOOP("Error", "This would exceed the budget."),
             QT_TRANSLATE_NOOP("Error", "Raise the limit or run fewer cells.")},
    KindText{ErrorKind::Storage, "storage", QT_TRANSLATE_NOOP("Error", "The ledger could not be used."), ""},
    KindText{ErrorKind::File, "file", QT_TRANSLATE_NOOP("Error", "The file could not be used."), ""},
    KindText{ErrorKind::Syntax, "syntax", QT_TRANSLATE_NOOP("Error", "The text is not in the right format."), ""},
    KindText{ErrorKind::Template, "template", QT_TRANSLATE_NOOP("Error", "The template could not be rendered."), ""},
    KindText{ErrorKind::Script, "script", QT_TRANSLATE_NOOP("Error", "The script failed."), ""},
    KindText{ErrorKind::Usage, "usage", QT_TRANSLATE_NOOP("Error", "Wrong usage."), ""},
    KindText{ErrorKind::Internal, "internal", QT_TRANSLATE_NOOP("Error", "Internal error."),
             QT_TRANSLATE_NOOP("Error", "Please report it.")},
};

const KindText &textOf(ErrorKind kind)
{
    for (const KindText &text : kindTexts) {
        if (text.kind == kind)
            return text;
    }
    return kindTexts.back();
}

QString translated(const char *source)
{
    return *source ? QCoreApplication::translate("Error", source) : QString();
}

/// In the window; the command line has a command for it.
constexpr const char *adviceOnModels = QT_TRANSLATE_NOOP("Error", "The library lists the available models.");

/// A key that was there and was not sent, which it names: nothing is missing (see refusedKey()).
bool isKeyKeptBack(const Error &error)
{
    return error.kind == ErrorKind::Auth && !error.parameter.isEmpty();
}

const char *adviceFor(const Error &error)
{
    return isKeyKeptBack(error) ? "" : textOf(error.kind).advice;
}

QString whatHappened(const Error &error)
{
    // The cause alone says it: what of a file is wrong, or is only to be known about it.
    if ((error.kind == ErrorKind::Syntax || isKeyKeptBack(error)) && !error.detail.isEmpty())
        return error.detail;
    QString what = translated(textOf(error.kind).sentence);
    if (!error.parameter.isEmpty() && !error.detail.contains(error.parameter))
        what = what.chopped(1) + u" ("_s + error.parameter + u")."_s;
    return error.detail.isEmpty() ? what : what + u' ' + error.detail;
}

/// "lamps.yaml, line 3, column 7".
QString whereForPeople(const Error &error)
{
    QStringList parts;
    const bool isPath = error.place.startsWith(u'/') || error.place.startsWith(":/"_L1);
    if (!error.place.isEmpty())
        parts += isPath ? error.place.section(u'/', -1) : error.place;
    if (error.line > 0)
        parts += QCoreApplication::translate("Error", "line %1").arg(error.line);
    if (error.line > 0 && error.column > 0)
        parts += QCoreApplication::translate("Error", "column %1").arg(error.column);
    return parts.join(u", "_s);
}

QString withAdvice(QString sentence, const QString &advice)
{
    if (advice.isEmpty())
        return sentence;
    if (!sentence.endsWith(u'.'))
        sentence += u'.';
    return sentence + u' ' + advice;
}

} // namespace

std::unexpected<Error> failure(ErrorKind kind, const QString &detail, const QString &place)
{
    Error error;
    error.kind = kind;
    error.detail = detail;
    error.place = place;
    return std::unexpected(std::move(error));
}

QString errorSentence(const Error &error)
{
    QString where = error.place;
    if (error.line > 0)
        where += u":%1"_s.arg(error.line);
    if (error.line > 0 && error.column > 0)
        where += u":%1"_s.arg(error.column);
    const QString what = whatHappened(error);
    return withAdvice(where.isEmpty() ? what : where + u": "_s + what, translated(adviceFor(error)));
}

QString errorMessage(const Error &error)
{
    QString what = whatHappened(error);
    if (!what.isEmpty())
        what.front() = what.front().toUpper();
    const QString where = whereForPeople(error);
    if (!where.isEmpty()) {
        const bool ended = what.endsWith(u'.');
        what = (ended ? what.chopped(1) : what) + u" ("_s + where + (ended ? u")."_s : u")"_s);
    }
    const char *advice = error.kind == ErrorKind::ModelMissing ? adviceOnModels : adviceFor(error);
    return withAdvice(what, translated(advice));
}

QString errorKindName(ErrorKind kind)
{
    return QString::fromLatin1(textOf(kind).name);
}

ErrorKind errorKindFromName(const QString &name)
{
    for (const KindText &text : kindTexts) {
        if (name == QLatin1StringView(text.name))
            return text.kind;
    }
    return ErrorKind::Internal;
}

bool isRetryable(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::RateLimited:
    case ErrorKind::ServerFault: return true;
    default: return false;
    }
}

} // namespace Tempera
