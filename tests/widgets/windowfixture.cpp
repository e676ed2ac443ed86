// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"

#include "models/items/celltext.h"
#include "widgets/common/foldsection.h"
#include "widgets/common/growingedit.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/outputpane.h"
#include "widgets/compare/variantcolumn.h"
#include "widgets/prompt/messageeditor.h"
#include "widgets/prompt/messagespage.h"
#include "widgets/prompt/promptpanel.h"

#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

Variant localVariant(const QString &label, double temperature)
{
    Variant variant;
    variant.label = label;
    variant.endpoint = endpointFromId(u"local:tempera-mini"_s);
    variant.sampling.temperature = temperature;
    variant.sampling.maxTokens = 64;
    return variant;
}

CheckSpec check(const QString &type, const QJsonValue &value)
{
    CheckSpec spec;
    spec.type = type;
    spec.value = value;
    return spec;
}

} // namespace

WindowFixture::WindowFixture() = default;

Experiment WindowFixture::experiment()
{
    Experiment experiment;
    experiment.description = u"Capitals"_s;
    Prompt prompt;
    prompt.messages = {Message{Role::System, u"You answer in one word."_s},
                       Message{Role::User, u"What is the capital of {{ country }}?"_s}};
    experiment.prompts += prompt;
    experiment.variants = {localVariant(u"mini cool"_s, 0.2), localVariant(u"mini warm"_s, 0.9)};
    Case france;
    france.description = u"France"_s;
    france.variables += Variable{u"country"_s, u"France"_s};
    france.checks = {check(u"contains"_s, u"Paris"_s), check(u"not-contains"_s, u"London"_s)};
    Case japan;
    japan.description = u"Japan"_s;
    japan.variables += Variable{u"country"_s, u"Japan"_s};
    japan.checks = {check(u"icontains"_s, u"tokyo"_s)};
    experiment.cases = {france, japan};
    return experiment;
}

WindowState WindowFixture::withColumns()
{
    WindowState state;
    state.pages.insert(u"compareFaces"_s, 1);
    return state;
}

bool WindowFixture::start(const Experiment &experiment)
{
    document.reset({.experiment = experiment, .warnings = {}, .source = {}}, {});
    WindowContext context;
    context.document = &document;
    context.session = {&engine, &store, &clock, &catalog,
                       [](const QString &model) -> Result<QString> { return QString(u"/models/"_s + model); }};
    context.files = &files;
    context.localModels = [] { return QList<ModelChoice>{{u"local:tempera-mini"_s, u"tempera-mini"_s, u"built in"_s}}; };
    context.readTable = [this](const QString &path, const TableReading &reading, QObject *guard,
                               const std::function<void(Result<DataTable>)> &callback) {
        // Later, as from another thread.
        QMetaObject::invokeMethod(
            guard,
            [this, path, reading, callback] {
                const Result<QByteArray> bytes = files.read(path);
                callback(bytes ? readTable(*bytes, path, reading, files) : std::unexpected(bytes.error()));
            },
            Qt::QueuedConnection);
    };
    context.counter = &counter;
    context.samples = {{u"Capitals"_s, u"/samples/capitals.yaml"_s}};
    context.presetFile = u"/config/presets.json"_s;
    context.state = saved;
    context.saveState = [this](const WindowState &state) { saved = state; };
    context.askUnsaved = [this](QWidget *, const std::function<void(UnsavedAnswer)> &callback) {
        ++questions;
        callback(unsavedAnswer);
    };
    context.askFaults = [this](QWidget *, const QStringList &faults, const std::function<void(bool)> &callback) {
        toldFaults += faults;
        callback(runAnyway);
    };
    context.askFile = [this](QWidget *, FilePurpose, const QString &, const std::function<void(const QString &)> &callback) {
        if (!chosenFile.isEmpty())
            callback(chosenFile);
    };
    if (prepare)
        prepare(context);
    window = std::make_unique<MainWindow>(context);
    if (size && saved.geometry.isEmpty())
        window->resize(*size);
    if (beforeShow)
        beforeShow(*window);
    window->show();
    return QTest::qWaitForWindowActive(window.get());
}

GrowingEdit *WindowFixture::messageEdit(int index) const
{
    return window->prompt()->messages()->editors().at(index)->edit();
}

VariantColumn *WindowFixture::column(int index) const
{
    return window->compare()->columns().at(index);
}

QString WindowFixture::answer(int index) const
{
    return column(index)->pane()->toPlainText();
}

int WindowFixture::generation(const CellKey &key) const
{
    auto &generations = const_cast<FakeEngine &>(engine);
    for (int i = engine.count() - 1; i >= 0; --i) {
        if (generations.at(i).request.key == key)
            return i;
    }
    return -1;
}

void WindowFixture::press(Qt::Key key, Qt::KeyboardModifiers modifiers) const
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : window.get(), key, modifiers);
}

bool WindowFixture::clickTab(const QString &tabs, const QString &title) const
{
    const auto *pages = window->findChild<QTabWidget *>(tabs);
    for (int i = 0; pages && i < pages->count(); ++i) {
        if (pages->tabText(i) != title)
            continue;
        QTest::mouseClick(pages->tabBar(), Qt::LeftButton, {}, pages->tabBar()->tabRect(i).center());
        return pages->currentIndex() == i;
    }
    return false;
}

bool WindowFixture::unfold(const QString &section) const
{
    const QList<FoldSection *> all = window->findChildren<FoldSection *>(section);
    const auto seen = std::ranges::find_if(all, &QWidget::isVisible);
    if (seen == all.end())
        return false;
    if (!(*seen)->isOpen()) {
        (*seen)->head()->setFocus();
        QTest::keyClick((*seen)->head(), Qt::Key_Space);
    }
    return (*seen)->isOpen();
}

} // namespace Tempera
