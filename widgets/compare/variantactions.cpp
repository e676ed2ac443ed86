// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/variantactions.h"

#include "models/items/experimentedits.h"
#include "models/items/hostedmodelid.h"
#include "widgets/common/selection.h"
#include "widgets/context/dialogs.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace Tempera {

VariantActions::VariantActions(const WindowContext &context, Selection &selection, QWidget *window)
    : QObject(window), m_context(context), m_selection(selection), m_window(window), m_addMenu(new QMenu(window))
{
    createActions();
    m_addMenu->setTitle(tr("&Add Variant"));
    m_addMenu->setIcon(QIcon::fromTheme(u"list-add"_s));
    connect(m_addMenu, &QMenu::aboutToShow, this, &VariantActions::fillAddMenu);
    connect(context.document, &ExperimentDocument::experimentChanged, this, &VariantActions::update);
    connect(&selection, &Selection::changed, this, &VariantActions::update);
    update();
}

QAction *VariantActions::create(const QString &icon, const QString &text, const QString &name, const QKeySequence &key)
{
    auto *action = new QAction(QIcon::fromTheme(icon), text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    return action;
}

void VariantActions::createActions()
{
    m_duplicate = create(u"edit-duplicate"_s, tr("&Duplicate Variant"), u"variant_duplicate"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_D);
    m_remove = create(u"edit-delete"_s, tr("&Remove Variant"), u"variant_remove"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_Delete);
    m_rename = create(u"edit-rename"_s, tr("Re&name Variant"), u"variant_rename"_s, Qt::Key_F2);
    m_key = create(u"password-show-on"_s, tr("Enter &Key…"), u"variant_key"_s, Qt::CTRL | Qt::ALT | Qt::Key_K);
    m_left = create(u"arrow-left"_s, tr("Move Variant &Left"), u"variant_left"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_PageUp);
    m_right = create(u"arrow-right"_s, tr("Move Variant &Right"), u"variant_right"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_PageDown);
    m_add = {create(u"document-open"_s, tr("Add a Model &File (GGUF)…"), u"variant_add_file"_s, {}),
             create(u"network-server"_s, tr("Add a &Hosted Model…"), u"variant_add_hosted"_s, {})};
    connect(m_add.at(0), &QAction::triggered, this, &VariantActions::askForFile);
    connect(m_add.at(1), &QAction::triggered, this, &VariantActions::askForRemote);
    connect(m_duplicate, &QAction::triggered, this, [this] {
        const int index = m_selection.variantIndex();
        m_context.document->edit(Edits::duplicateVariant(m_context.document->experiment(), index), tr("Duplicate a variant"));
        m_selection.setVariantIndex(index + 1);
    });
    connect(m_remove, &QAction::triggered, this, [this] {
        m_context.document->edit(Edits::removeVariant(m_context.document->experiment(), m_selection.variantIndex()),
                                 tr("Remove a variant"));
    });
    connect(m_rename, &QAction::triggered, this, [this] { Q_EMIT renameRequested(m_selection.variantIndex()); });
    connect(m_key, &QAction::triggered, this, [this] { Q_EMIT keyRequested(m_selection.variantIndex()); });
    connect(m_left, &QAction::triggered, this, [this] { moveBy(-1); });
    connect(m_right, &QAction::triggered, this, [this] { moveBy(1); });
}

QMenu *VariantActions::columnMenu(int index, QWidget *parent)
{
    auto *menu = new QMenu(parent);
    connect(menu, &QMenu::aboutToShow, this, [this, index] { m_selection.setVariantIndex(index); });
    menu->addActions(actions());
    return menu;
}

void VariantActions::fillAddMenu()
{
    m_addMenu->clear();
    m_addMenu->setToolTipsVisible(true);
    const QList<ModelChoice> models = m_context.localModels ? m_context.localModels() : QList<ModelChoice>();
    for (const ModelChoice &model : models) {
        QAction *add = m_addMenu->addAction(model.title);
        add->setToolTip(model.note);
        connect(add, &QAction::triggered, this, [this, id = model.endpointId] { addEndpoint(id); });
    }
    if (!models.isEmpty())
        m_addMenu->addSeparator();
    m_addMenu->addActions(m_add);
    const QList<SavedEndpoint> servers = m_context.endpoints.saved ? m_context.endpoints.saved() : QList<SavedEndpoint>();
    for (const SavedEndpoint &server : servers) {
        QAction *add = m_addMenu->addAction(QIcon::fromTheme(u"network-server"_s), tr("Model of %1…").arg(server.baseUrl.host()));
        connect(add, &QAction::triggered, this, [this, server] { askForModelOf(server); });
    }
}

void VariantActions::askForFile()
{
    Dialogs::askForFile(m_context, m_window, FilePurpose::OpenModel, {},
                        [this](const QString &path) { addEndpoint(u"local:"_s + path); });
}

void VariantActions::askForRemote()
{
    QStringList known;
    const QList<Capabilities> all = m_context.session.catalog ? m_context.session.catalog->all() : QList<Capabilities>();
    for (const Capabilities &each : all) {
        if (const QString id = hostedModelId(each); !id.isEmpty())
            known += id;
    }
    Dialogs::askForText(m_window, tr("Add a Hosted Model"),
                        tr("Provider and model, for example “openai:chat:gpt-4o-mini”, “openrouter:…” or “ollama:chat:…”:"),
                        known, [this](const QString &id) { addEndpoint(id); });
}

/// A model of a server that was added by hand.
void VariantActions::askForModelOf(const SavedEndpoint &server)
{
    const QString address = publicAddress(server.baseUrl);
    const auto take = [this, server](const QString &model) {
        Endpoint endpoint = endpointFromId(u"openai:chat:"_s + model.trimmed());
        endpoint.baseUrl = server.baseUrl;
        endpoint.addressFrom.clear();
        endpoint.keyName = server.keyName;
        if (!model.trimmed().isEmpty())
            addVariantAt(endpoint);
    };
    m_context.endpoints.listModels(Endpoint{.kind = EndpointKind::Remote,
                                            .id = {},
                                            .model = {},
                                            .modelPath = {},
                                            .baseUrl = server.baseUrl,
                                            .addressFrom = {},
                                            .keyName = server.keyName,
                                            .headers = {},
                                            .body = {},
                                            .limitName = {}},
                                   this, [this, address, take](const Result<QStringList> &models) {
                                       // Without a list the name can still be typed.
                                       Dialogs::askForText(m_window, tr("Add a Hosted Model"), tr("Model of %1:").arg(address),
                                                           models.value_or(QStringList()), take);
                                   });
}

void VariantActions::addEndpoint(const QString &id)
{
    if (!id.trimmed().isEmpty())
        addVariantAt(endpointFromId(id.trimmed()));
}

void VariantActions::addVariantAt(const Endpoint &endpoint)
{
    Variant variant;
    variant.endpoint = endpoint;
    const Experiment &experiment = m_context.document->experiment();
    const int current = m_selection.variantIndex();
    // It starts with the settings of the column beside it, so that the comparison is fair; what this model refuses is left out.
    if (current < experiment.variants.size())
        variant.sampling = experiment.variants.at(current).sampling;
    if (m_context.session.catalog) {
        const Capabilities can = m_context.session.catalog->providerFor(variant.endpoint).capabilities;
        for (const Parameter refused : can.refusedOf(variant.sampling))
            variant.sampling.unset(refused);
    }
    m_context.document->edit(Edits::addVariant(experiment, variant), tr("Add a variant"));
    m_selection.setVariantIndex(static_cast<int>(m_context.document->experiment().variants.size()) - 1);
}

void VariantActions::setSeen(bool seen)
{
    m_seen = seen;
    update();
}

void VariantActions::moveBy(int by)
{
    const int from = m_selection.variantIndex();
    const int to = from + by;
    if (to < 0 || to >= m_context.document->experiment().variants.size())
        return;
    m_context.document->edit(Edits::moveVariant(m_context.document->experiment(), from, to), tr("Move a variant"));
    m_selection.setVariantIndex(to);
}

void VariantActions::update()
{
    const qsizetype count = m_context.document->experiment().variants.size();
    const int index = m_selection.variantIndex();
    for (QAction *action : {m_duplicate, m_remove, m_rename})
        action->setEnabled(count > 0 && m_seen);
    m_key->setEnabled(m_seen && m_context.endpoints.enterKey && index < count
                      && m_context.document->experiment().variants.at(index).endpoint.kind == EndpointKind::Remote);
    m_left->setEnabled(index > 0 && m_seen);
    m_right->setEnabled(index + 1 < count && m_seen);
}

} // namespace Tempera
