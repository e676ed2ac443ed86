// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Sections that fold: by keys and by the mouse, what is folded is not made, what is open is remembered.

#include "tests/widgets/windowfixture.h"
#include "widgets/common/foldsection.h"
#include "widgets/common/keyboardorder.h"
#include "widgets/common/latepage.h"
#include "widgets/compare/comparepanel.h"
#include "widgets/compare/runview.h"
#include "widgets/inspector/inspectorpanel.h"
#include "widgets/inspector/samplingpanel.h"
#include "widgets/library/librarypanel.h"
#include "widgets/parameters/parametercontrol.h"

#include <QLineEdit>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

/// Of a widget, what is not scrolled away.
QRect seenPart(const QWidget *widget)
{
    QRect seen = widget->rect();
    for (const QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        const QPoint at = widget->mapTo(parent, QPoint());
        seen &= parent->rect().translated(-at);
    }
    return seen;
}

QStringList openSections(const InspectorPanel &inspector)
{
    QStringList names;
    for (int i = InspectorPanel::SamplingSection; i <= InspectorPanel::ChecksSection; ++i) {
        const FoldSection *section = inspector.section(static_cast<InspectorPanel::Section>(i));
        if (section->isOpen())
            names += section->objectName();
    }
    return names;
}

} // namespace

class TestFoldSections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysAndMouseFoldAndUnfold();
    void whatIsFoldedIsNotMade();
    void theKeyboardStaysWhereItFolds();
    void openSectionsShareTheHeight();
    void aControlIsRevealedInAFoldedSection();
    void temperatureAndAlternativesAreSeenTogether();
    void theKeyForTheSettingsUnfoldsThem();
    void whatIsOpenIsRemembered();
    void aRunHasTheSameSectionsOpen();
};

void TestFoldSections::keysAndMouseFoldAndUnfold()
{
    auto *body = new QLineEdit;
    FoldSection section(u"Settings"_s, body);
    section.show();
    QVERIFY(QTest::qWaitForWindowActive(&section));
    QVERIFY(!body->isVisible());
    QCOMPARE(section.head()->accessibleName(), u"Settings"_s);
    section.head()->setFocus();
    QTest::keyClick(section.head(), Qt::Key_Space);
    QVERIFY(section.isOpen() && body->isVisible());
    QTest::mouseClick(section.head(), Qt::LeftButton);
    QVERIFY(!section.isOpen() && !body->isVisible());
    // Beside the button, on the line of the head.
    QTest::mouseClick(&section, Qt::LeftButton, {}, QPoint(section.width() - 2, section.head()->height() / 2));
    QVERIFY(section.isOpen());
}

void TestFoldSections::whatIsFoldedIsNotMade()
{
    int times = 0;
    FoldSection section(u"Late"_s, new LatePage<QLineEdit>([&times](QWidget *place) {
                            ++times;
                            return new QLineEdit(place);
                        }));
    section.show();
    QVERIFY(QTest::qWaitForWindowActive(&section));
    QCOMPARE(times, 0);
    for (int i = 0; i < 3; ++i)
        QTest::mouseClick(section.head(), Qt::LeftButton);
    QCOMPARE(times, 1);
}

void TestFoldSections::theKeyboardStaysWhereItFolds()
{
    QWidget window;
    auto *body = new QLineEdit;
    auto *section = new FoldSection(u"Settings"_s, body);
    auto *column = new QVBoxLayout(&window);
    column->addWidget(section);
    column->addWidget(new QLineEdit);
    section->setOpen(true);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    body->setFocus();
    section->setOpen(false);
    QVERIFY(section->head()->hasFocus());
}

void TestFoldSections::openSectionsShareTheHeight()
{
    QWidget window;
    const QList<FoldSection *> sections{new FoldSection(u"One"_s, new QWidget), new FoldSection(u"Two"_s, new QWidget),
                                        new FoldSection(u"Three"_s, new QWidget)};
    stackSections(&window, sections, {1, 1, 2});
    window.resize(300, 600);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const int head = sections.at(0)->head()->height();
    QVERIFY2(sections.at(2)->geometry().bottom() < 4 * head, "all folded: the heads are at the top");
    sections.at(0)->setOpen(true);
    QTRY_VERIFY(sections.at(0)->height() > 600 - 4 * head);
    sections.at(2)->setOpen(true);
    QTRY_VERIFY(sections.at(2)->height() > sections.at(0)->height());
    QVERIFY(sections.at(1)->height() < 2 * head);
    QCOMPARE(sections.at(2)->geometry().bottom(), 599);
    sections.at(0)->setOpen(false);
    QTRY_VERIFY(sections.at(2)->height() > 600 - 5 * head);
}

void TestFoldSections::aControlIsRevealedInAFoldedSection()
{
    auto *line = new QLineEdit;
    FoldSection section(u"Settings"_s, line);
    section.show();
    QVERIFY(QTest::qWaitForWindowActive(&section));
    reveal(line);
    QVERIFY(section.isOpen() && line->hasFocus());
}

void TestFoldSections::temperatureAndAlternativesAreSeenTogether()
{
    WindowFixture f;
    QVERIFY(f.start());
    QCOMPARE(openSections(*f.window->inspector()), QStringList{u"samplingSection"_s});
    f.press(Qt::Key_7, Qt::AltModifier); // the alternatives
    QCoreApplication::processEvents();
    const ParameterControl *temperature = f.window->inspector()->sampling()->control(Parameter::Temperature);
    QVERIFY(temperature->isVisible());
    QCOMPARE(seenPart(temperature), temperature->rect());
    const auto *table = f.window->findChild<QTableView *>(u"alternatives"_s);
    QVERIFY(table && table->isVisible());
    QVERIFY2(seenPart(table).height() >= 80, qPrintable(QString::number(seenPart(table).height())));
}

void TestFoldSections::theKeyForTheSettingsUnfoldsThem()
{
    WindowFixture f;
    f.saved.sections = {{u"samplingSection"_s, false}};
    QVERIFY(f.start());
    QVERIFY(openSections(*f.window->inspector()).isEmpty());
    f.press(Qt::Key_6, Qt::AltModifier);
    f.press(Qt::Key_F6); // to the inspector: there is something to start at, although nothing is open
    QVERIFY(f.window->inspector()->isAncestorOf(QApplication::focusWidget()));
    QVERIFY(openSections(*f.window->inspector()).isEmpty());
    f.press(Qt::Key_5, Qt::AltModifier);
    QCOMPARE(openSections(*f.window->inspector()), QStringList{u"samplingSection"_s});
    QVERIFY(f.window->inspector()->sampling()->isAncestorOf(QApplication::focusWidget()));
}

void TestFoldSections::whatIsOpenIsRemembered()
{
    WindowFixture f;
    QVERIFY(f.start());
    QVERIFY(f.unfold(u"costSection"_s));
    QTest::mouseClick(f.window->inspector()->section(InspectorPanel::SamplingSection)->head(), Qt::LeftButton);
    QVERIFY(f.window->close());
    f.window.reset();
    QVERIFY(f.start());
    QCOMPARE(openSections(*f.window->inspector()), QStringList{u"costSection"_s});
    QVERIFY(f.window->findChild<QTableView *>(u"costs"_s)->isVisible());
}

void TestFoldSections::aRunHasTheSameSectionsOpen()
{
    WindowFixture f;
    QVERIFY(f.start());
    QTest::keyClick(f.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(f.engine.count(), 4);
    for (int i = 0; i < 4; ++i)
        f.engine.answer(i, u"Paris"_s);
    QTRY_VERIFY(!f.window->session().isRunning());
    QVERIFY(f.unfold(u"checksSection"_s));
    Q_EMIT f.window->library()->runRequested(f.window->session().runId());
    QTRY_VERIFY(f.window->runView() && f.window->runView()->isVisible());
    const QList<InspectorPanel *> all = f.window->findChildren<InspectorPanel *>();
    const auto shown = std::ranges::find_if(all, &QWidget::isVisible);
    QVERIFY(shown != all.end());
    QVERIFY(*shown != f.window->inspector());
    QCOMPARE(openSections(**shown), (QStringList{u"samplingSection"_s, u"checksSection"_s}));
}

TEMPERA_WINDOW_TEST(TestFoldSections)
#include "tst_foldsections.moc"
