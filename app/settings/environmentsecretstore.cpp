// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/environmentsecretstore.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Another variable for the same key.
struct OtherVariable {
    QLatin1StringView name;
    const char *other;
};

/// Sources: the SDKs of Google and OpenAI, promptfoo 0.123.1.
constexpr std::array otherVariables{
    OtherVariable{"GEMINI_API_KEY"_L1, "GOOGLE_API_KEY"},
    OtherVariable{"AZURE_OPENAI_API_KEY"_L1, "AZURE_API_KEY"},
};

QByteArray valueOf(const QString &name)
{
    QByteArray value = qgetenv(name.toLocal8Bit().constData()).trimmed();
    for (const OtherVariable &each : otherVariables) {
        if (value.isEmpty() && each.name == name)
            value = qgetenv(each.other).trimmed();
    }
    return value;
}

} // namespace

void EnvironmentSecretStore::read(const QString &name, QObject *guard, std::function<void(Result<Secret>)> callback)
{
    const Secret secret(valueOf(name));
    QMetaObject::invokeMethod(guard, [callback = std::move(callback), secret] { callback(secret); }, Qt::QueuedConnection);
}

void EnvironmentSecretStore::write(const QString &name, const Secret &, QObject *guard,
                                   std::function<void(Result<void>)> callback)
{
    QMetaObject::invokeMethod(
        guard,
        [callback = std::move(callback), name] {
            callback(failure(ErrorKind::Usage, u"an environment variable cannot be kept"_s, name));
        },
        Qt::QueuedConnection);
}

} // namespace Tempera
