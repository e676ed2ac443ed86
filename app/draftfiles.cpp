// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/draftfiles.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QPointer>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>
#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

Q_LOGGING_CATEGORY(draftLog, "tempera.drafts", QtWarningMsg)

constexpr auto draftEnding = ".tempera-draft"_L1;
constexpr qint64 largestDraft = 128 * 1024 * 1024;

/// The beginning of a document's name: with all that comes behind it must not be longer than a name may be.
QString shortName(const QString &document)
{
    constexpr qsizetype longest = 40;
    return QFileInfo(document).fileName().first(std::min(longest, QFileInfo(document).fileName().size()));
}

/// What the drafts of a document have before the part that differs from one program to the next.
QString draftStem(const QString &document)
{
    return u'.' + shortName(document) + u'.';
}

/// The same in the folder of those that lie apart: documents of one name in two folders are two.
QString stemApart(const QString &document)
{
    if (document.isEmpty())
        return u"untitled."_s;
    const QByteArray hash = QCryptographicHash::hash(document.toUtf8(), QCryptographicHash::Sha256).toHex().first(16);
    return shortName(document) + u'.' + QString::fromLatin1(hash) + u'.';
}

/// A file descriptor that is closed when it goes.
class DraftDescriptor
{
public:
    explicit DraftDescriptor(int descriptor = -1) : m_descriptor(descriptor) { }
    ~DraftDescriptor() { reset(); }
    DraftDescriptor(DraftDescriptor &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) { }
    DraftDescriptor &operator=(DraftDescriptor &&other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    DraftDescriptor(const DraftDescriptor &) = delete;
    DraftDescriptor &operator=(const DraftDescriptor &) = delete;

    void reset()
    {
        if (m_descriptor >= 0)
            ::close(std::exchange(m_descriptor, -1));
    }
    [[nodiscard]] int get() const { return m_descriptor; }
    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }

private:
    int m_descriptor;
};

std::unexpected<Error> draftFailure(const QString &path)
{
    return failure(ErrorKind::File, qt_error_string(errno), path);
}

bool writeWhole(int descriptor, const QByteArray &bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t written = ::write(descriptor, bytes.constData() + done, static_cast<std::size_t>(bytes.size() - done));
        if (written < 0 && errno != EINTR)
            return false;
        done += std::max<ssize_t>(written, 0);
    }
    return true;
}

/// Puts a file in place that is on the disk, readable by its owner only, and locked by who has the descriptor.
Result<DraftDescriptor> putDraft(const QString &path, const QByteArray &bytes)
{
    const QByteArray name = QFile::encodeName(path);
    const QByteArray fresh = name + ".new";
    ::unlink(fresh.constData()); // of this program alone, by its name
    DraftDescriptor file(::open(fresh.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (!file.isOpen())
        return draftFailure(path);
    // The lock is the file's own and comes with it when it gets its name.
    (void)::flock(file.get(), LOCK_EX | LOCK_NB);
    if (!writeWhole(file.get(), bytes) || ::fsync(file.get()) != 0 || ::rename(fresh.constData(), name.constData()) != 0) {
        const std::unexpected<Error> error = draftFailure(path);
        ::unlink(fresh.constData());
        return error;
    }
    const DraftDescriptor folder(::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_CLOEXEC));
    if (folder.isOpen())
        (void)::fsync(folder.get()); // not every file system can; the name then follows a little later
    return file;
}

QByteArray draftBytes(const QString &document, const QByteArray &text)
{
    const QJsonObject head{{u"tempera_draft"_s, 1},
                           {u"document"_s, document},
                           {u"kept"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)}};
    return QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n' + text;
}

/// Nothing where it is not a draft of this user, or one of a program that runs.
std::optional<Draft> readDraft(const QString &path)
{
    const DraftDescriptor descriptor(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    struct stat status{};
    if (!descriptor.isOpen() || ::fstat(descriptor.get(), &status) != 0 || !S_ISREG(status.st_mode)
        || status.st_uid != ::geteuid() || status.st_size > largestDraft || ::flock(descriptor.get(), LOCK_SH | LOCK_NB) != 0)
        return std::nullopt;
    QFile file;
    if (!file.open(descriptor.get(), QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject head = QJsonDocument::fromJson(file.readLine()).object();
    if (head.value("tempera_draft"_L1).toInt() != 1)
        return std::nullopt;
    return Draft{path, head.value("document"_L1).toString(), file.readAll(),
                 QDateTime::fromString(head.value("kept"_L1).toString(), Qt::ISODateWithMs)};
}

QList<Draft> draftsIn(const QString &folder, const QString &stem, const QString &document)
{
    QList<Draft> drafts;
    // No pattern: a document's name may have signs that mean something in one.
    const QStringList names = QDir(folder).entryList(QDir::Files | QDir::Hidden | QDir::NoSymLinks);
    for (const QString &name : names) {
        if (!name.startsWith(stem) || !name.endsWith(draftEnding))
            continue;
        std::optional<Draft> draft = readDraft(QDir(folder).filePath(name));
        // A folder may have been moved with all that is in it: what lies beside a document belongs to it.
        if (!draft || QFileInfo(draft->document).fileName() != QFileInfo(document).fileName())
            continue;
        draft->document = document;
        drafts += *draft;
    }
    return drafts;
}

} // namespace

/// This program's draft.
struct DraftFiles::Own {
    QString name = QUuid::createUuid().toString(QUuid::Id128).first(12) + draftEnding;
    QString folder; ///< For those that lie apart.
    QString path;   ///< Empty = there is none.
    DraftDescriptor lock;

    void forget()
    {
        if (!path.isEmpty())
            QFile::remove(std::exchange(path, {}));
        lock.reset();
    }

    Result<void> keep(const QString &document, const QByteArray &text)
    {
        const QByteArray bytes = draftBytes(document, text);
        const QFileInfo file(document);
        if (!document.isEmpty() && put(file.absoluteDir().filePath(draftStem(document) + name), bytes))
            return {};
        if (!QDir().mkpath(folder))
            return failure(ErrorKind::File, QCoreApplication::translate("File", "The folder cannot be created."), folder);
        (void)QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return put(QDir(folder).filePath(stemApart(document) + name), bytes);
    }

    Result<void> put(const QString &wanted, const QByteArray &bytes)
    {
        Result<DraftDescriptor> made = putDraft(wanted, bytes);
        if (!made)
            return std::unexpected(made.error());
        if (path != wanted)
            forget();
        path = wanted;
        lock = *std::move(made);
        return {};
    }
};

DraftFiles::DraftFiles(const QString &folder) : m_folder(folder), m_own(std::make_shared<Own>())
{
    m_own->folder = folder;
    m_pool.setMaxThreadCount(1);
}

DraftFiles::~DraftFiles()
{
    m_pool.waitForDone();
}

QString DraftFiles::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericStateLocation) + u"/tempera/drafts"_s;
}

void DraftFiles::keep(const QString &document, Text text, QObject *guard, std::function<void(Result<void>)> callback)
{
    m_pool.start([own = m_own, document, text = std::move(text), guard = QPointer(guard), callback = std::move(callback)] {
        const Result<void> kept = own->keep(document, text());
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [guard, callback, kept] {
                if (guard)
                    callback(kept);
            },
            Qt::QueuedConnection);
    });
}

void DraftFiles::keepNow(const QString &document, const Text &text)
{
    m_pool.waitForDone();
    if (const Result<void> kept = m_own->keep(document, text()); !kept)
        qCWarning(draftLog, "%ls", qUtf16Printable(errorSentence(kept.error())));
}

void DraftFiles::forget()
{
    m_pool.start([own = m_own] { own->forget(); });
}

void DraftFiles::find(const QString &document, QObject *guard, std::function<void(QList<Draft>)> callback)
{
    m_pool.start([document, folder = m_folder, guard = QPointer(guard), callback = std::move(callback)] {
        QList<Draft> drafts = draftsIn(folder, stemApart(document), document);
        if (!document.isEmpty())
            drafts += draftsIn(QFileInfo(document).absolutePath(), draftStem(document), document);
        std::ranges::stable_sort(drafts, std::greater(), &Draft::kept);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [guard, callback, drafts] {
                if (guard)
                    callback(drafts);
            },
            Qt::QueuedConnection);
    });
}

void DraftFiles::remove(const Draft &draft)
{
    m_pool.start([place = draft.place] { QFile::remove(place); });
}

} // namespace Tempera
