// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/experiment/titles.h"
#include "models/items/filetitles.h"
#include "models/items/hostedmodelid.h"
#include "models/text/displaytext.h"
#include "widgets/common/foldsection.h"
#include "widgets/common/keyboardorder.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/selection.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/variantactions.h"
#include "widgets/inspector/inspectorpanel.h"
#include "widgets/inspector/samplingpanel.h"
#include "widgets/mainwindow/filecontroller.h"
#include "widgets/mainwindow/mainwindow.h"
#include "widgets/mainwindow/panelayout.h"
#include "widgets/mainwindow/runcontroller.h"
#include "widgets/palette/commandpalette.h"
#include "widgets/parameters/parametereditor.h"
#include "widgets/settings/settingsdialog.h"

#include <KActionCollection>

#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QSpinBox>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// A menu's text without its key: "&Save As…" and "另存为(&A)…" alike.
QString withoutAltKey(QString text)
{
    static const QRegularExpression inBrackets(u"\\s*\\(&[^&]\\)"_s);
    text.remove(inBrackets);
    const QString kept = u"\x01"_s;
    return text.replace(u"&&"_s, kept).remove(u'&').replace(kept, u"&"_s);
}

/// Where each action is in the menus.
void collectMenuPaths(const QMenu &menu, const QString &path, QHash<const QAction *, QString> &paths)
{
    const QList<QAction *> actions = menu.actions();
    for (const QAction *action : actions) {
        if (const QMenu *inner = action->menu())
            collectMenuPaths(*inner, path + u" › "_s + withoutAltKey(action->text()), paths);
        else
            paths.insert(action, path);
    }
}

PaletteEntry fileEntry(PaletteKind kind, const QString &title, const QString &path)
{
    return {.kind = kind, .title = title, .detail = path, .shortcut = {}, .otherName = {}, .id = path};
}

/// The settings of a dialog by the labels that are before them.
QList<PaletteEntry> labelledSettings(const SettingsDialog &dialog)
{
    QList<PaletteEntry> entries;
    const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        const QWidget *control = label->buddy();
        if (control && !control->objectName().isEmpty())
            entries += {.kind = PaletteKind::Setting,
                        .title = withoutAltKey(label->text()),
                        .detail = dialog.windowTitle(),
                        .shortcut = {},
                        .otherName = control->objectName(),
                        .id = u"dialog:"_s + control->objectName()};
    }
    return entries;
}

constexpr QLatin1StringView repeatSetting("repeat");

} // namespace

QList<PaletteEntry> MainWindow::actionEntries() const
{
    QHash<const QAction *, QString> paths;
    const QList<QAction *> menus = menuBar()->actions();
    for (const QAction *menu : menus)
        collectMenuPaths(*menu->menu(), withoutAltKey(menu->text()), paths);
    QList<PaletteEntry> entries;
    const QList<QAction *> actions = m_commands->actions();
    for (const QAction *action : actions) {
        if (action->isEnabled() && !action->text().isEmpty())
            entries += {.kind = PaletteKind::Action,
                        .title = withoutAltKey(action->text()),
                        .detail = paths.value(action),
                        .shortcut = action->shortcut().toString(QKeySequence::NativeText),
                        .otherName = {},
                        .id = action->objectName()};
    }
    return entries;
}

QList<PaletteEntry> MainWindow::settingEntries() const
{
    QList<PaletteEntry> entries;
    const QList<Variant> &variants = m_context.document->experiment().variants;
    if (!variants.isEmpty()) {
        const QString owner = DisplayText::of(variants.at(m_selection->variantIndex()).title());
        for (const Parameter parameter : allParameters()) {
            entries += {.kind = PaletteKind::Setting,
                        .title = ParameterEditor::title(parameter),
                        .detail = owner,
                        .shortcut = {},
                        .otherName = parameterName(parameter),
                        .id = u"parameter:"_s + parameterName(parameter)};
        }
    }
    entries += {.kind = PaletteKind::Setting,
                .title = m_repeat->accessibleName(),
                .detail = {},
                .shortcut = {},
                .otherName = tr("repeat"),
                .id = repeatSetting};
    if (m_context.settings)
        entries += labelledSettings(SettingsDialog(m_context.settings()));
    return entries;
}

QList<PaletteEntry> MainWindow::placeEntries() const
{
    QList<PaletteEntry> entries;
    const Experiment &experiment = m_context.document->experiment();
    for (int i = 0; i < experiment.cases.size(); ++i)
        entries += {.kind = PaletteKind::Case,
                    .title = DisplayText::of(caseTitle(experiment, i)),
                    .detail = tr("case %1").arg(i + 1),
                    .shortcut = {},
                    .otherName = {},
                    .id = QString::number(i)};
    for (int i = 0; i < experiment.variants.size(); ++i) {
        const Variant &variant = experiment.variants.at(i);
        entries +=
            {.kind = PaletteKind::Variant,
             .title = DisplayText::of(variant.title()),
             .detail = DisplayText::of(variant.endpoint.shownId()),
             .shortcut = i < 9 ? QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)).toString(QKeySequence::NativeText) : QString(),
             .otherName = variant.sampling.summary(),
             .id = QString::number(i)};
    }
    return entries;
}

QList<PaletteEntry> MainWindow::openableEntries() const
{
    QList<PaletteEntry> entries;
    for (const SampleExperiment &sample : m_context.samples)
        entries += fileEntry(PaletteKind::Sample, sample.title, sample.path);
    const QStringList recent = m_files->recentFiles();
    const QStringList titles = fileTitles(recent);
    for (qsizetype i = 0; i < recent.size(); ++i)
        entries += fileEntry(PaletteKind::File, titles.at(i), recent.at(i));
    const QList<ModelChoice> models = m_context.localModels ? m_context.localModels() : QList<ModelChoice>();
    for (const ModelChoice &model : models)
        entries += {.kind = PaletteKind::Model,
                    .title = model.title,
                    .detail = tr("becomes a column"),
                    .shortcut = {},
                    .otherName = model.note,
                    .id = model.endpointId};
    const QList<Capabilities> hosted = m_context.session.catalog ? m_context.session.catalog->all() : QList<Capabilities>();
    for (const Capabilities &each : hosted) {
        if (const QString id = hostedModelId(each); !id.isEmpty())
            entries += {.kind = PaletteKind::Model,
                        .title = each.title.isEmpty() ? each.model : each.title,
                        .detail = id,
                        .shortcut = {},
                        .otherName = {},
                        .id = id};
    }
    return entries;
}

void MainWindow::showPalette()
{
    auto *palette = new CommandPalette(settingEntries() + actionEntries() + placeEntries() + openableEntries(), this);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    connect(palette, &CommandPalette::chosen, this, &MainWindow::carryOut, Qt::QueuedConnection);
    palette->show();
    palette->activateWindow();
}

void MainWindow::carryOut(const PaletteEntry &entry)
{
    switch (entry.kind) {
    case PaletteKind::Action:
        if (QAction *action = m_commands->action(entry.id))
            action->trigger();
        break;
    case PaletteKind::Setting: showSetting(entry.id); break;
    case PaletteKind::Case:
        m_runs->leaveView();
        m_panes->bring(m_answers);
        m_selection->setCaseIndex(entry.id.toInt());
        break;
    case PaletteKind::Variant:
        m_runs->leaveView();
        m_panes->bring(m_answers);
        m_compare->focusColumn(entry.id.toInt());
        break;
    case PaletteKind::Sample:
    case PaletteKind::File: m_files->open(entry.id); break;
    case PaletteKind::Model:
        m_runs->leaveView();
        m_variants->addEndpoint(entry.id);
        break;
    }
}

/// The id of an entry of settingEntries().
void MainWindow::showSetting(const QString &id)
{
    if (id == repeatSetting) {
        reveal(m_repeat);
    } else if (id.startsWith("parameter:"_L1)) {
        m_runs->leaveView(); // settings of a run cannot be changed
        m_panes->bring(m_inspectors);
        m_inspector->section(InspectorPanel::SamplingSection)->setOpen(true);
        if (const std::optional<Parameter> parameter = parameterFromName(id.sliced(10)))
            m_inspector->sampling()->focusParameter(*parameter);
    } else if (SettingsDialog *dialog = showSettings()) {
        if (auto *control = dialog->findChild<QWidget *>(id.sliced(7)))
            reveal(control);
    }
}

} // namespace Tempera
