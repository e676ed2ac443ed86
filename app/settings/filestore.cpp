// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/filestore.h"

#include "models/core/pathpattern.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryFile>

#include <cerrno>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Enough to know that a disk has room at all.
constexpr qsizetype probeBytes = 64 * 1024;
/// Files that a pattern is compared with.
constexpr int mostMatches = 100'000;

QString fileWords(const char *source)
{
    return QCoreApplication::translate("File", source);
}

bool isDevice(const QFileInfo &info)
{
    return info.exists() && !info.isFile() && !info.isDir();
}

/// A pipe or a device is written into; to put a file in its place is not what was meant.
class WrittenDevice final : public OutputFile
{
public:
    explicit WrittenDevice(const QString &path) : m_file(path) { m_failed = !m_file.open(QIODevice::WriteOnly); }
    void write(QByteArrayView piece) override { m_failed = m_failed || m_file.write(piece.data(), piece.size()) != piece.size(); }
    Result<void> commit() override
    {
        if (m_failed || !m_file.flush())
            return failure(ErrorKind::File, m_file.errorString(), m_file.fileName());
        return {};
    }

private:
    QFile m_file;
    bool m_failed = false;
};

class WrittenFile final : public OutputFile
{
public:
    explicit WrittenFile(const QString &path) : m_path(path), m_file(path) { m_failed = !m_file.open(QIODevice::WriteOnly); }
    void write(QByteArrayView piece) override { m_failed = m_failed || m_file.write(piece.data(), piece.size()) != piece.size(); }
    Result<void> commit() override
    {
        if (m_failed || !m_file.commit())
            return failure(ErrorKind::File, m_file.errorString(), m_path);
        return {};
    }

private:
    QString m_path;
    QSaveFile m_file;
    bool m_failed = false;
};

} // namespace

Result<QByteArray> FileStore::read(const QString &path) const
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(ErrorKind::File, fileWords(QT_TRANSLATE_NOOP("File", "no such file")), path);
    if (!info.isFile())
        return failure(ErrorKind::File, fileWords(QT_TRANSLATE_NOOP("File", "not a regular file")), path);
    if (info.size() > MaxSize)
        return failure(ErrorKind::File,
                       fileWords(QT_TRANSLATE_NOOP("File", "it is larger than %1 MiB")).arg(MaxSize / 1024 / 1024), path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::File, file.errorString(), path);
    QByteArray data = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return failure(ErrorKind::File, file.errorString(), path);
    return data;
}

Result<void> FileStore::write(const QString &path, const QByteArray &data)
{
    const std::unique_ptr<OutputFile> file = open(path);
    file->write(data);
    return file->commit();
}

QStringList FileStore::matching(const QString &pattern) const
{
    const bool isDeep = pattern.sliced(folderOfPattern(pattern).size()).contains(u'/');
    QDirIterator files(folderOfPattern(pattern), QDir::Files | QDir::Hidden,
                       isDeep ? QDirIterator::Subdirectories : QDirIterator::NoIteratorFlags);
    QStringList paths;
    for (int seen = 0; files.hasNext() && seen < mostMatches; ++seen)
        paths += QDir::cleanPath(files.next());
    return matchingPaths(paths, pattern);
}

QString FileStore::nameOf(const QString &path) const
{
    const QFileInfo file(path);
    if (const QString whole = file.canonicalFilePath(); !whole.isEmpty())
        return whole;
    const QString folder = QFileInfo(file.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? QDir::cleanPath(file.absoluteFilePath()) : QDir(folder).filePath(file.fileName());
}

std::unique_ptr<OutputFile> FileStore::open(const QString &path)
{
    if (isDevice(QFileInfo(path)))
        return std::make_unique<WrittenDevice>(path);
    return std::make_unique<WrittenFile>(path);
}

Result<void> FileStore::canWrite(const QString &path) const
{
    const QFileInfo info(path);
    if (info.isDir())
        return failure(ErrorKind::File, fileWords(QT_TRANSLATE_NOOP("File", "it is a folder")), path);
    const QString folder = QFileInfo(info.isSymLink() ? info.symLinkTarget() : path).absolutePath();
    if (!QFileInfo(folder).isDir())
        return failure(ErrorKind::File, fileWords(QT_TRANSLATE_NOOP("File", "The folder does not exist.")), path);
    if (info.exists() && !info.isWritable())
        return failure(ErrorKind::File, qt_error_string(EACCES), path);
    if (isDevice(info)) // that it is full is only known to who writes
        return {};
    // A new file takes its place: whether there may be one and the disk has room is known when there was one.
    QTemporaryFile probe(folder + u"/.tempera-XXXXXX"_s);
    if (!probe.open() || probe.write(QByteArray(probeBytes, 'x')) != probeBytes || !probe.flush())
        return failure(ErrorKind::File, probe.errorString(), path);
    return {};
}

bool FileStore::isSameFile(const QString &one, const QString &other) const
{
    struct stat first{};
    struct stat second{};
    if (::stat(QFile::encodeName(one).constData(), &first) == 0 && ::stat(QFile::encodeName(other).constData(), &second) == 0)
        return first.st_dev == second.st_dev && first.st_ino == second.st_ino;
    return nameOf(one) == nameOf(other);
}

} // namespace Tempera
