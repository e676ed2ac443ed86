// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/modelhash.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>

#include <chrono>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tempera {
namespace {

constexpr qint64 Chunk = 1 << 20;
/// Only the rewriting of a small file is waited for.
constexpr std::chrono::seconds LockTimeout{10};
constexpr std::chrono::milliseconds LockPause{5};

QJsonObject readCache(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/// Adds an entry to what is there. Another thread or another Tempera may be adding one too.
void addToCache(const QString &path, const QString &model, const QJsonObject &entry)
{
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return;
    QLockFile lock(path + u".lock"_s);
    // Qt's own waiting sleeps twice as long after each try: of several writers one could wait forever.
    for (const QDeadlineTimer deadline(LockTimeout); !lock.tryLock(0ms); std::this_thread::sleep_for(LockPause)) {
        if (lock.error() != QLockFile::LockFailedError || deadline.hasExpired())
            return;
    }
    QJsonObject cache = readCache(path);
    cache.insert(model, entry);
    QSaveFile save(path);
    if (save.open(QIODevice::WriteOnly)) {
        save.write(QJsonDocument(cache).toJson());
        save.commit();
    }
}

/// What has to be the same for a hash to hold.
QString stamp(const QFileInfo &file)
{
    return u"%1/%2"_s.arg(file.size()).arg(file.lastModified(QTimeZone::UTC).toMSecsSinceEpoch());
}

} // namespace

QString ModelHashes::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u"/tempera/model-hashes.json"_s;
}

QByteArray ModelHashes::known(const QString &path) const
{
    const QFileInfo info(path);
    const QJsonObject entry = readCache(m_cacheFile).value(info.absoluteFilePath()).toObject();
    return info.isFile() && entry.value("stamp"_L1).toString() == stamp(info) ? entry.value("sha256"_L1).toString().toLatin1()
                                                                              : QByteArray();
}

Result<QByteArray> ModelHashes::of(const QString &path, const std::function<bool(double)> &keepGoing) const
{
    if (const QByteArray hash = known(path); !hash.isEmpty())
        return hash;
    const QFileInfo info(path);
    const QString before = stamp(info);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::File, file.errorString(), path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray bytes(Chunk, Qt::Uninitialized);
    qint64 read = 0;
    while (const qint64 count = file.read(bytes.data(), bytes.size())) {
        if (count < 0)
            return failure(ErrorKind::File, file.errorString(), path);
        hash.addData(QByteArrayView(bytes).first(count));
        read += count;
        if (keepGoing && !keepGoing(static_cast<double>(read) / static_cast<double>(std::max<qint64>(1, file.size()))))
            return failure(ErrorKind::Cancelled, u"stopped"_s, path);
    }
    const QByteArray hex = hash.result().toHex();
    addToCache(m_cacheFile, info.absoluteFilePath(), {{u"stamp"_s, before}, {u"sha256"_s, QString::fromLatin1(hex)}});
    return hex;
}

} // namespace Tempera
