// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Files that are opened, imported or dropped.

#include "widgets/mainwindow/mainwindow.h"

#include "models/experiment/data/dataform.h"
#include "widgets/compare/variantactions.h"
#include "widgets/context/dialogs.h"
#include "widgets/mainwindow/filecontroller.h"
#include "widgets/prompt/promptpanel.h"

#include <QDragEnterEvent>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace Tempera {

void MainWindow::openFile(const QString &path)
{
    m_files->open(path);
}

bool MainWindow::isExperiment(const QString &path)
{
    const DataForm form = dataForm(path);
    const bool isTable = form == DataForm::Table || form == DataForm::Lines || form == DataForm::Workbook;
    return !isTable && !path.endsWith(".gguf"_L1, Qt::CaseInsensitive);
}

void MainWindow::takeFile(const QString &path)
{
    if (path.endsWith(".gguf"_L1, Qt::CaseInsensitive))
        m_variants->addEndpoint(u"local:"_s + path);
    else if (!isExperiment(path))
        m_prompt->importCases(path, m_context.readTable);
    else if (!path.isEmpty())
        m_files->open(path);
}

void MainWindow::askImport()
{
    Dialogs::askForFile(m_context, this, FilePurpose::OpenTable, {},
                        [this](const QString &path) { m_prompt->importCases(path, m_context.readTable); });
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.first().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    for (const QList<QUrl> urls = event->mimeData()->urls(); const QUrl &url : urls)
        takeFile(url.toLocalFile());
    event->acceptProposedAction();
}

} // namespace Tempera
