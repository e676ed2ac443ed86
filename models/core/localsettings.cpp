// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/localsettings.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int MostThreads = 512;
constexpr int LeastContext = 128;
constexpr int MostContext = 1 << 20;
constexpr int MostLayers = 10'000;
constexpr int MostKept = 16;
constexpr int MostMinutes = 7 * 24 * 60;
constexpr int LeastCandidates = 16;
constexpr int MostCandidates = 1 << 16;

QString settingText(const char *source)
{
    return QCoreApplication::translate("LocalSettings", source);
}

Error problem(const QString &parameter, const QString &sentence)
{
    Error error = failure(ErrorKind::Usage, sentence).error();
    error.parameter = parameter;
    return error;
}

bool isWorker(const QString &worker)
{
    const qsizetype colon = worker.lastIndexOf(u':');
    bool isNumber = false;
    const int port = worker.sliced(colon + 1).toInt(&isNumber);
    const QString host = worker.first(std::max<qsizetype>(0, colon));
    const bool plain = std::ranges::none_of(host, [](QChar c) { return c.isSpace() || c == u',' || c == u'/'; });
    return isNumber && port >= 1 && port <= 65'535 && !host.isEmpty() && plain;
}

bool fits(int value, int least, int most, int special)
{
    return value == special || (value >= least && value <= most);
}

int takeInt(const QJsonObject &object, const QString &name, int fallback, int least, int most)
{
    const int value = object.value(name).toInt(fallback);
    return fits(value, least, most, fallback) ? value : fallback;
}

template<typename T>
T takeChoice(const QJsonObject &object, const QString &name, T fallback, const QList<T> &all, QString (*nameOf)(T))
{
    const auto found = std::ranges::find(all, object.value(name).toString(), nameOf);
    return found != all.end() ? *found : fallback;
}

} // namespace

QList<Error> problemsOf(const LocalSettings &settings)
{
    QList<Error> problems;
    const auto check = [&problems](bool fine, const QString &parameter, const QString &sentence) {
        if (!fine)
            problems.append(problem(parameter, sentence));
    };
    check(fits(settings.threads, 1, MostThreads, 0), u"threads"_s,
          settingText(QT_TRANSLATE_NOOP("LocalSettings", "Threads must be 1 to %1, or 0 for automatic.")).arg(MostThreads));
    check(fits(settings.contextTokens, LeastContext, MostContext, 0), u"contextTokens"_s,
          settingText(QT_TRANSLATE_NOOP("LocalSettings", "A context must have %1 to %2 tokens, or 0 for the model's own."))
              .arg(LeastContext)
              .arg(MostContext));
    const bool small = settings.cacheType != CacheType::F16 && settings.cacheType != CacheType::F32;
    check(!small || settings.flashAttention != FlashAttention::Off, u"cacheType"_s,
          settingText(QT_TRANSLATE_NOOP("LocalSettings",
                                        "A %1 KV cache needs flash attention: set that to automatic or on, or choose f16."))
              .arg(cacheTypeName(settings.cacheType)));
    check(fits(settings.gpuLayers, 0, MostLayers, -1), u"gpuLayers"_s,
          settingText(QT_TRANSLATE_NOOP("LocalSettings", "GPU layers must be 0 to %1, or -1 for all.")).arg(MostLayers));
    for (const QString &worker : settings.rpcWorkers) {
        check(isWorker(worker), u"rpcWorkers"_s,
              settingText(QT_TRANSLATE_NOOP("LocalSettings", "“%1” is not a worker's address: write host:port.")).arg(worker));
    }
    check(settings.keptModels >= 1 && settings.keptModels <= MostKept, u"keptModels"_s,
          settingText(QT_TRANSLATE_NOOP("LocalSettings", "1 to %1 models can be kept loaded.")).arg(MostKept));
    check(settings.idleTimeout.count() >= 0 && settings.idleTimeout.count() <= MostMinutes, u"idleMinutes"_s,
          settingText(QT_TRANSLATE_NOOP("LocalSettings", "The time until a model is unloaded must be at most %1 minutes."))
              .arg(MostMinutes));
    check(settings.traceCandidates >= LeastCandidates && settings.traceCandidates <= MostCandidates, u"traceCandidates"_s,
          settingText(QT_TRANSLATE_NOOP("LocalSettings", "%1 to %2 alternatives per token can be stored."))
              .arg(LeastCandidates)
              .arg(MostCandidates));
    return problems;
}

QJsonObject localSettingsToJson(const LocalSettings &settings)
{
    return {{u"threads"_s, settings.threads},
            {u"contextTokens"_s, settings.contextTokens},
            {u"cacheType"_s, cacheTypeName(settings.cacheType)},
            {u"flashAttention"_s, flashAttentionName(settings.flashAttention)},
            {u"gpuLayers"_s, settings.gpuLayers},
            {u"rpcWorkers"_s, QJsonArray::fromStringList(settings.rpcWorkers)},
            {u"keptModels"_s, settings.keptModels},
            {u"idleMinutes"_s, static_cast<int>(settings.idleTimeout.count())},
            {u"traceCandidates"_s, settings.traceCandidates}};
}

LocalSettings localSettingsFromJson(const QJsonObject &object)
{
    const LocalSettings defaults;
    LocalSettings settings;
    settings.threads = takeInt(object, u"threads"_s, defaults.threads, 1, MostThreads);
    settings.contextTokens = takeInt(object, u"contextTokens"_s, defaults.contextTokens, LeastContext, MostContext);
    settings.cacheType = takeChoice(object, u"cacheType"_s, defaults.cacheType, allCacheTypes(), cacheTypeName);
    settings.flashAttention = takeChoice(object, u"flashAttention"_s, defaults.flashAttention,
                                         {FlashAttention::Auto, FlashAttention::On, FlashAttention::Off}, flashAttentionName);
    settings.gpuLayers = takeInt(object, u"gpuLayers"_s, defaults.gpuLayers, 0, MostLayers);
    const QJsonArray workers = object.value(u"rpcWorkers"_s).toArray();
    for (const QJsonValue &worker : workers) {
        if (isWorker(worker.toString()))
            settings.rpcWorkers += worker.toString();
    }
    settings.keptModels = takeInt(object, u"keptModels"_s, defaults.keptModels, 1, MostKept);
    settings.idleTimeout =
        std::chrono::minutes(takeInt(object, u"idleMinutes"_s, static_cast<int>(defaults.idleTimeout.count()), 0, MostMinutes));
    settings.traceCandidates = takeInt(object, u"traceCandidates"_s, defaults.traceCandidates, LeastCandidates, MostCandidates);
    const bool small = settings.cacheType != CacheType::F16 && settings.cacheType != CacheType::F32;
    if (small && settings.flashAttention == FlashAttention::Off)
        settings.cacheType = defaults.cacheType;
    return settings;
}

QString cacheTypeName(CacheType type)
{
    switch (type) {
    case CacheType::F32: return u"f32"_s;
    case CacheType::F16: return u"f16"_s;
    case CacheType::Q8_0: return u"q8_0"_s;
    case CacheType::Q5_1: return u"q5_1"_s;
    case CacheType::Q5_0: return u"q5_0"_s;
    case CacheType::Q4_1: return u"q4_1"_s;
    case CacheType::Q4_0: return u"q4_0"_s;
    }
    return u"f16"_s;
}

double cacheTypeBytes(CacheType type)
{
    constexpr double Block = 32;
    switch (type) {
    case CacheType::F32: return 4;
    case CacheType::F16: return 2;
    case CacheType::Q8_0: return 34 / Block;
    case CacheType::Q5_1: return 24 / Block;
    case CacheType::Q5_0: return 22 / Block;
    case CacheType::Q4_1: return 20 / Block;
    case CacheType::Q4_0: return 18 / Block;
    }
    return 2;
}

QString flashAttentionName(FlashAttention attention)
{
    switch (attention) {
    case FlashAttention::Auto: return u"auto"_s;
    case FlashAttention::On: return u"on"_s;
    case FlashAttention::Off: return u"off"_s;
    }
    return u"auto"_s;
}

const QList<CacheType> &allCacheTypes()
{
    static const QList<CacheType> all{CacheType::F16,  CacheType::Q8_0, CacheType::Q5_1, CacheType::Q5_0,
                                      CacheType::Q4_1, CacheType::Q4_0, CacheType::F32};
    return all;
}

} // namespace Tempera
