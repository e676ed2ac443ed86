// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/recovery.h"

#include "models/core/counted.h"
#include "models/experiment/autosave.h"
#include "models/items/experimentedits.h"
#include "widgets/common/questionbar.h"
#include "widgets/context/experimentreading.h"
#include "widgets/mainwindow/filecontroller.h"

#include <QFileInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr qsizetype mostCompared = 256 * 1024;

} // namespace

Recovery::Recovery(WindowContext &context, FileController &files, QuestionBar &questions, QObject *parent)
    : QObject(parent), m_context(context), m_files(files), m_questions(questions)
{
    if (!context.autosave)
        return;
    connect(context.autosave, &Autosave::failed, this, &Recovery::failed);
    connect(&files, &FileController::opened, this, [this] {
        if (const QString path = m_context.document->path(); !path.isEmpty())
            look(path);
    });
}

void Recovery::lookForUntitled()
{
    if (m_context.autosave)
        look({});
}

void Recovery::look(const QString &document)
{
    m_context.autosave->drafts().find(document, this, [this, document](const QList<Draft> &drafts) {
        if (!document.isEmpty() && document != m_context.document->path())
            return; // another one was opened meanwhile
        for (const Draft &draft : drafts)
            offer(draft);
    });
}

/// With the keys of its file, if it has one.
RestoredDraft Recovery::restored(const Draft &draft) const
{
    return draft.document.isEmpty() ? restoredDraft(draft.text, nullptr, nullptr) : m_context.document->restored(draft.text);
}

/// Whether it says what the file says. Where that would take long it is taken for another.
bool Recovery::isThere(const Draft &draft) const
{
    const QByteArray file = m_context.document->fileText();
    return draft.text == file || (draft.text.size() <= mostCompared && saysTheSame(restored(draft).text, file));
}

void Recovery::offer(const Draft &draft)
{
    if (!m_context.document->isModified() && isThere(draft)) {
        m_context.autosave->drafts().remove(draft);
        return;
    }
    const QString when = QLocale().toString(draft.kept.toLocalTime(), QLocale::ShortFormat);
    const QString text =
        draft.document.isEmpty()
            ? tr("An experiment that was never saved has been kept since %1.").arg(when)
            : tr("Changes to %1 that were not saved have been kept since %2.").arg(QFileInfo(draft.document).fileName(), when);
    m_questions.ask(text, {{tr("&Recover"), [this, draft] { recover(draft); }},
                           {tr("&Discard"), [this, draft] { m_context.autosave->drafts().remove(draft); }},
                           {tr("&Later"), {}}});
}

void Recovery::recover(const Draft &draft)
{
    if (!draft.document.isEmpty() && draft.document != m_context.document->path())
        return; // it is offered again with its document
    const RestoredDraft text = restored(draft);
    readForWindow(m_context, text.text, draft.document, this,
                  [this, draft, missing = text.missing](const Result<LoadedExperiment> &loaded) {
                      if (!loaded)
                          Q_EMIT failed(loaded.error());
                      else if (draft.document.isEmpty())
                          putUntitled(*loaded, draft, missing);
                      else if (draft.document == m_context.document->path()) // else it is offered again with its document
                          put(*loaded, draft, missing);
                  });
}

void Recovery::putUntitled(const LoadedExperiment &loaded, const Draft &draft, const std::vector<MissingKey> &missing)
{
    m_files.whenSafe([this, loaded, draft, missing] {
        const Experiment blank = Edits::blank(endpointFromId(u"local:tempera-mini"_s));
        m_files.take({.experiment = blank, .warnings = {}, .source = loaded.source}, {});
        put(loaded, draft, missing);
    });
}

/// As a step that can be undone, and that is not saved. The old draft goes when there is a new one.
void Recovery::put(const LoadedExperiment &loaded, const Draft &draft, const std::vector<MissingKey> &missing)
{
    m_context.document->edit(loaded.experiment, tr("Recover what was not saved"));
    m_context.autosave->keep([this, draft] { m_context.autosave->drafts().remove(draft); });
    if (!missing.empty())
        tellMissing(missing);
}

void Recovery::tellMissing(const std::vector<MissingKey> &missing)
{
    QStringList lines;
    for (const int line : linesOfMissing(m_context.document->fileText(), missing))
        lines += QLocale().toString(line);
    const auto count = static_cast<std::int64_t>(missing.size());
    if (count == 1)
        Q_EMIT told(tr("1 key that was typed is not kept in drafts; enter it again at line %1.").arg(lines.constFirst()));
    else
        Q_EMIT told(counted(tr("%n key(s) that were typed are not kept in drafts; enter them again at lines %1.", nullptr,
                               countForm(count)),
                            count)
                        .arg(lines.join(u", "_s)));
}

} // namespace Tempera
