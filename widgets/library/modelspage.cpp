// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/library/modelspage.h"

#include "models/items/hostedmodelid.h"
#include "widgets/common/controls.h"
#include "widgets/context/dialogs.h"
#include "widgets/library/librarypanel.h"
#include "widgets/library/twolinedelegate.h"

#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QListView>
#include <QListWidget>
#include <QMimeData>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

constexpr int IdRole = Qt::UserRole + 1;

} // namespace

ModelsPage::ModelsPage(const WindowContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_locals(new LocalModelsModel(this))
{
    setAcceptDrops(true);
    m_localList = new QListView(this);
    m_localList->setObjectName(u"localModels"_s);
    m_localList->setAccessibleName(tr("Models on this machine"));
    m_localList->setModel(m_locals);
    m_localList->setItemDelegate(new TwoLineDelegate(LocalModelsModel::SummaryRole, LocalModelsModel::BrokenRole, m_localList));
    m_localList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_localList->setFrameShape(QFrame::NoFrame);
    m_localList->setToolTip(tr("Double-click a model to add a column with it"));
    m_noModels = makeEmptyState(tr("No model file is known. Add a GGUF file or a folder, or drop it here."), this);
    m_facts = new QLabel(this);
    m_facts->setObjectName(u"facts"_s);
    m_facts->setAccessibleName(tr("Details of the selected model"));
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setWordWrap(true);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_facts->hide();
    m_hosted = new QListWidget(this);
    m_hosted->setObjectName(u"hostedModels"_s);
    m_hosted->setAccessibleName(tr("Hosted models"));
    m_hosted->setFrameShape(QFrame::NoFrame);
    m_hosted->setTextElideMode(Qt::ElideMiddle);
    m_hosted->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(createButtons());
    column->addWidget(m_noModels);
    column->addWidget(m_localList, 2);
    column->addWidget(m_facts);
    column->addWidget(m_hosted, 3);
    connect(m_localList, &QListView::activated, this, [this](const QModelIndex &index) {
        if (const std::optional<Error> &problem = m_locals->at(index.row()).problem)
            Q_EMIT failed(*problem);
        else
            Q_EMIT modelRequested(index.data(LocalModelsModel::IdRole).toString());
    });
    connect(m_localList->selectionModel(), &QItemSelectionModel::currentChanged, this, &ModelsPage::currentChanged);
    connect(m_locals, &QAbstractItemModel::dataChanged, this, &ModelsPage::showFacts);
    connect(m_locals, &QAbstractItemModel::modelReset, this, &ModelsPage::currentChanged);
    connect(m_hosted, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        if (const QString id = item->data(IdRole).toString(); !id.isEmpty())
            Q_EMIT modelRequested(id);
    });
    currentChanged();
}

QWidget *ModelsPage::createButtons()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(4, 2, 4, 2);
    const auto ask = [this](FilePurpose purpose) {
        Dialogs::askForFile(m_context, this, purpose, {}, [this](const QString &path) { addPaths({path}); });
    };
    QToolButton *file = makeToolButton(u"document-open"_s, tr("Add a model file…"), bar);
    QToolButton *folder = makeToolButton(u"folder-open"_s, tr("Add a folder of models…"), bar);
    m_use = makeToolButton(u"list-add"_s, tr("Add a column with this model"), bar);
    m_remove = makeToolButton(u"list-remove"_s, tr("Remove it from the library; the file stays"), bar);
    file->setObjectName(u"addModelFile"_s);
    folder->setObjectName(u"addModelFolder"_s);
    m_use->setObjectName(u"useModel"_s);
    m_remove->setObjectName(u"removeModel"_s);
    connect(file, &QToolButton::clicked, this, [ask] { ask(FilePurpose::OpenModel); });
    connect(folder, &QToolButton::clicked, this, [ask] { ask(FilePurpose::OpenModelFolder); });
    connect(m_use, &QToolButton::clicked, this,
            [this] { Q_EMIT modelRequested(m_localList->currentIndex().data(LocalModelsModel::IdRole).toString()); });
    connect(m_remove, &QToolButton::clicked, this, &ModelsPage::removeCurrent);
    auto *title = new OneLineLabel(OneLineLabel::Ink::Usual, bar);
    title->setText(tr("On this machine"));
    row->addWidget(title, 1);
    for (QToolButton *button : {file, folder, m_use, m_remove})
        row->addWidget(button);
    return bar;
}

void ModelsPage::reload()
{
    fillHosted();
    if (!m_context.library.list) {
        QList<LibraryModel> models; // only their names are known
        const QList<ModelChoice> choices = m_context.localModels ? m_context.localModels() : QList<ModelChoice>();
        for (const ModelChoice &choice : choices)
            models.append({.name = choice.title, .path = choice.endpointId});
        m_locals->setModels(models);
        return;
    }
    m_context.library.list(this, [this](const QList<LibraryModel> &models) { m_locals->setModels(models); });
}

void ModelsPage::focusList()
{
    (m_localList->isVisible() ? static_cast<QWidget *>(m_localList) : m_hosted)->setFocus(Qt::ShortcutFocusReason);
}

void ModelsPage::fillHosted()
{
    m_hosted->clear();
    QString provider;
    const QList<Capabilities> all = m_context.session.catalog ? m_context.session.catalog->all() : QList<Capabilities>();
    for (const Capabilities &each : all) {
        const QString id = hostedModelId(each);
        if (id.isEmpty())
            continue; // nothing in this version speaks to it
        if (each.provider != provider) {
            provider = each.provider;
            auto *heading = new QListWidgetItem(provider, m_hosted);
            heading->setFlags(Qt::ItemIsEnabled);
            QFont font = m_hosted->font();
            font.setBold(true);
            heading->setFont(font);
        }
        auto *item =
            new QListWidgetItem(QIcon::fromTheme(u"network-server"_s), each.title.isEmpty() ? each.model : each.title, m_hosted);
        item->setData(IdRole, id);
        item->setToolTip(capabilityText(each));
    }
}

void ModelsPage::addPaths(const QStringList &paths)
{
    if (!m_context.library.add)
        return;
    for (const QString &path : paths) {
        if (const Result<void> added = m_context.library.add(path); !added)
            Q_EMIT failed(added.error());
    }
    reload();
}

void ModelsPage::removeCurrent()
{
    const QString path = m_localList->currentIndex().data(LocalModelsModel::PathRole).toString();
    if (path.isEmpty() || !m_context.library.remove)
        return;
    if (const Result<void> removed = m_context.library.remove(path); !removed)
        Q_EMIT failed(removed.error());
    reload();
}

void ModelsPage::currentChanged()
{
    const QModelIndex current = m_localList->currentIndex();
    m_use->setEnabled(current.isValid() && !current.data(LocalModelsModel::BrokenRole).toBool());
    m_remove->setEnabled(current.isValid() && bool(m_context.library.remove));
    m_noModels->setVisible(m_locals->rowCount() == 0);
    m_localList->setVisible(m_locals->rowCount() > 0);
    showFacts();
    if (!current.isValid() || !m_locals->at(current.row()).sha256.isEmpty() || !m_context.library.hash)
        return;
    const QString path = current.data(LocalModelsModel::PathRole).toString();
    m_context.library.hash(path, this, [this, path](const Result<QByteArray> &hash) {
        if (hash)
            m_locals->setHash(path, *hash);
    });
}

void ModelsPage::showFacts()
{
    const QModelIndex current = m_localList->currentIndex();
    m_facts->setVisible(current.isValid());
    m_facts->setText(current.data(Qt::ToolTipRole).toString());
}

void ModelsPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_context.library.add && event->mimeData() && !modelPaths(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ModelsPage::dropEvent(QDropEvent *event)
{
    if (!event->mimeData())
        return;
    addPaths(modelPaths(*event->mimeData()));
    event->acceptProposedAction();
}

QStringList modelPaths(const QMimeData &data)
{
    QStringList paths;
    const QList<QUrl> urls = data.urls();
    for (const QUrl &url : urls) {
        const QString path = url.toLocalFile();
        if (path.endsWith(".gguf"_L1, Qt::CaseInsensitive) || (!path.isEmpty() && QFileInfo(path).isDir()))
            paths.append(path);
    }
    return paths;
}

} // namespace Tempera
