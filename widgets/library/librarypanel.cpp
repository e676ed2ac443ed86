// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/library/librarypanel.h"

#include "models/items/celltext.h"
#include "models/items/filetitles.h"
#include "models/text/displaytext.h"
#include "widgets/common/controls.h"
#include "widgets/common/firstpaint.h"
#include "widgets/common/latepage.h"
#include "widgets/library/modelspage.h"
#include "widgets/library/twolinedelegate.h"
#include "widgets/parameters/parametercontrol.h"

#include <QAction>
#include <QHeaderView>
#include <QListWidget>
#include <QScrollBar>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

enum ItemRoles { PathRole = Qt::UserRole + 1 };

QListWidget *createList(const QString &name, QWidget *parent)
{
    auto *list = new QListWidget(parent);
    list->setAccessibleName(name);
    list->setFrameShape(QFrame::NoFrame);
    list->setTextElideMode(Qt::ElideMiddle);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return list;
}

void addHeading(QListWidget *list, const QString &text)
{
    auto *item = new QListWidgetItem(text, list);
    item->setFlags(Qt::ItemIsEnabled);
    QFont font = list->font();
    font.setBold(true);
    item->setFont(font);
}

void addFile(QListWidget *list, const QString &title, const QString &path)
{
    auto *item = new QListWidgetItem(QIcon::fromTheme(u"text-x-generic"_s), title, list);
    item->setToolTip(path);
    item->setData(PathRole, path);
}

} // namespace

LibraryPanel::LibraryPanel(const WindowContext &context, QWidget *parent)
    : QTabWidget(parent), m_context(context), m_runs(new RunsModel(context.session.store, this))
{
    setObjectName(u"libraryTabs"_s);
    setDocumentMode(true);
    setAccessibleName(tr("Library"));
    tabBar()->setAccessibleName(tr("Pages of the library"));
    connect(m_runs, &RunsModel::failed, this, &LibraryPanel::failed);
    addTab(createFiles(), tr("Files"));
    m_runsPlace = new LatePlace([this](QWidget *place) { return createRuns(place); }, this);
    addTab(m_runsPlace, tr("Runs"));
    m_models = new LatePage<ModelsPage>([this](QWidget *place) { return createModels(place); }, this);
    addTab(m_models, tr("Models"));
    setMinimumWidth(std::max(190, tabBar()->sizeHint().width())); // no page is behind an arrow
    // What is not seen first is fetched after the first picture.
    afterFirstPaint(tabBar(), [this] { reloadRuns(); });
}

QWidget *LibraryPanel::createFiles()
{
    m_files = createList(tr("Experiments"), this);
    m_files->setObjectName(u"files"_s);
    connect(m_files, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        if (const QString path = item->data(PathRole).toString(); !path.isEmpty())
            Q_EMIT openRequested(path);
    });
    return m_files;
}

QWidget *LibraryPanel::createRuns(QWidget *place)
{
    auto *page = new QWidget(place);
    m_runTable = new QTableView(page);
    m_runTable->setObjectName(u"runs"_s);
    m_runTable->setAccessibleName(tr("Runs in the ledger"));
    m_runTable->setModel(m_runs);
    m_runTable->setTabKeyNavigation(false);
    m_runTable->setFrameShape(QFrame::NoFrame);
    m_runTable->setShowGrid(false);
    m_runTable->setWordWrap(false);
    m_runTable->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_runTable->verticalHeader()->hide();
    m_runTable->verticalHeader()->setDefaultSectionSize(TwoLineDelegate::rowHeight(fontMetrics()));
    m_runTable->horizontalHeader()->setStretchLastSection(true);
    m_runTable->horizontalHeader()->hide();
    m_runTable->setItemDelegate(new TwoLineDelegate(RunsModel::SummaryRole, RunsModel::FailedRole, m_runTable));
    m_runTable->setToolTip(tr("Double-click a run to see its answers again; Delete stops one that is running"));
    m_noRuns = makeEmptyState(tr("No runs yet. Press Ctrl+Return: every finished answer is kept here."), page);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_noRuns, 1);
    column->addWidget(m_runTable, 1);
    connect(m_runTable, &QTableView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT runRequested(index.data(RunsModel::IdRole).toUuid()); });
    addRunActions();
    keepCurrentRun();
    const auto showRuns = [this] {
        m_runTable->setVisible(m_runs->rowCount() > 0);
        m_noRuns->setVisible(m_runs->rowCount() == 0);
    };
    connect(m_runs, &RunsModel::loaded, this, showRuns);
    showRuns();
    return page;
}

/// A list that is loaded again has the same run chosen, and the same part of it in view.
void LibraryPanel::keepCurrentRun()
{
    connect(m_runs, &RunsModel::modelAboutToBeReset, this,
            [this] { m_currentRun = m_runTable->currentIndex().data(RunsModel::IdRole).toUuid(); });
    connect(m_runs, &RunsModel::loaded, this, [this] {
        if (m_currentRun.isNull())
            return;
        const QModelIndexList found = m_runs->match(m_runs->index(0, 0), RunsModel::IdRole, m_currentRun, 1, Qt::MatchExactly);
        const int top = m_runTable->verticalScrollBar()->value();
        m_runTable->setCurrentIndex(found.value(0));
        m_runTable->verticalScrollBar()->setValue(top);
    });
}

void LibraryPanel::addRunActions()
{
    const auto add = [this](const QString &name, const QString &icon, const QString &text, auto wanted) {
        auto *action = new QAction(QIcon::fromTheme(icon), text, m_runTable);
        action->setObjectName(name);
        action->setShortcutContext(Qt::WidgetShortcut);
        m_runTable->addAction(action);
        connect(action, &QAction::triggered, this, [this, wanted] {
            if (const QModelIndex index = m_runTable->currentIndex(); index.isValid())
                Q_EMIT(this->*wanted)(index.data(RunsModel::IdRole).toUuid());
        });
        return action;
    };
    m_runTable->setContextMenuPolicy(Qt::ActionsContextMenu);
    QAction *resume = add(u"resumeListedRun"_s, u"media-seek-forward"_s, tr("&Resume Run"), &LibraryPanel::resumeRequested);
    add(u"stopRun"_s, u"media-playback-stop"_s, tr("&Stop This Run"), &LibraryPanel::stopRequested)->setShortcut(Qt::Key_Delete);
    const auto update = [this, resume] {
        resume->setEnabled(m_runTable->currentIndex().data(RunsModel::ResumableRole).toBool());
    };
    connect(m_runTable->selectionModel(), &QItemSelectionModel::currentChanged, this, update);
    connect(m_runs, &RunsModel::loaded, this, update);
    update();
}

ModelsPage *LibraryPanel::createModels(QWidget *place)
{
    auto *page = new ModelsPage(m_context, place);
    page->setObjectName(u"models"_s);
    connect(page, &ModelsPage::modelRequested, this, &LibraryPanel::modelRequested);
    connect(page, &ModelsPage::failed, this, &LibraryPanel::failed);
    page->reload();
    return page;
}

void LibraryPanel::setRecentFiles(const QStringList &paths)
{
    m_files->clear();
    if (!m_context.samples.isEmpty())
        addHeading(m_files, tr("Samples"));
    for (const SampleExperiment &sample : m_context.samples)
        addFile(m_files, sample.title, sample.path);
    if (!paths.isEmpty())
        addHeading(m_files, tr("Recent"));
    const QStringList titles = fileTitles(paths);
    for (qsizetype i = 0; i < paths.size(); ++i)
        addFile(m_files, titles.at(i), paths.at(i));
}

void LibraryPanel::reloadRuns()
{
    m_runs->reload();
}

void LibraryPanel::focusList()
{
    if (currentWidget() == m_models) {
        m_models->page()->focusList();
    } else if (currentWidget() == m_runsPlace) {
        m_runsPlace->make();
        (m_runTable->isVisible() ? static_cast<QWidget *>(m_runTable) : m_runsPlace)->setFocus(Qt::ShortcutFocusReason);
    } else {
        m_files->setFocus(Qt::ShortcutFocusReason);
    }
}

void LibraryPanel::addModels(const QStringList &paths)
{
    setCurrentWidget(m_models);
    m_models->page()->addPaths(paths);
}

QString capabilityText(const Capabilities &capabilities)
{
    QStringList lines{capabilities.model};
    const QString unknown = LibraryPanel::tr("unknown");
    const auto tokens = [&unknown](const std::optional<std::int64_t> &count) {
        return count ? CellText::number(*count) : unknown;
    };
    lines += LibraryPanel::tr("Context: %1 tokens, answers up to %2")
                 .arg(tokens(capabilities.contextTokens), tokens(capabilities.maxOutputTokens));
    lines += LibraryPanel::tr("Price per million tokens: %1 in, %2 out")
                 .arg(moneyText(capabilities.price.inputPerMillion), moneyText(capabilities.price.outputPerMillion));
    QStringList refused;
    for (auto it = capabilities.refused.keyBegin(); it != capabilities.refused.keyEnd(); ++it)
        refused += ParameterControl::title(*it);
    if (!refused.isEmpty())
        lines += LibraryPanel::tr("Does not take: %1").arg(refused.join(u", "_s));
    if (capabilities.price.asOf.isValid())
        lines += LibraryPanel::tr("As of %1").arg(QLocale().toString(capabilities.price.asOf, QLocale::ShortFormat));
    return lines.join(u'\n');
}

} // namespace Tempera
