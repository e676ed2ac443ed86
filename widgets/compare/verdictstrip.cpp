// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/verdictstrip.h"

#include "models/compare/verdicttexts.h"
#include "models/items/celltext.h"
#include "models/items/racetext.h"
#include "models/session/session.h"
#include "models/text/displaytext.h"
#include "widgets/common/controls.h"
#include "widgets/common/numberbox.h"
#include "widgets/common/variantcolours.h"
#include "widgets/compare/verdictmethodpage.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// Lines that the sentences may take before they are scrolled.
constexpr int mostLines = 7;
/// Pixels between head, sentences and controls.
constexpr int lineGap = 2;
constexpr qsizetype mostRows = 60;
/// Of the baseline on its button, which must not make the window wide.
constexpr int titleLength = 30;

} // namespace

VerdictStrip::VerdictStrip(const Session &session, Background *background, QWidget *parent)
    : QWidget(parent), m_session(session), m_verdict(new LiveVerdict(session, background, this)), m_inside(new QWidget(this))
{
    setObjectName(u"verdictStrip"_s);
    createActions();
    auto *inside = new QVBoxLayout(m_inside);
    inside->setContentsMargins(4, 0, 4, 0);
    inside->setSpacing(lineGap);
    m_line = createLine();
    inside->addWidget(m_line);
    m_details = createDetails();
    m_details->hide();
    inside->addWidget(m_details);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_inside);
    connect(m_unfold, &QAction::toggled, this, [this](bool on) {
        m_details->setVisible(on);
        Q_EMIT unfolded();
    });
    connect(m_verdict, &LiveVerdict::changed, this, &VerdictStrip::refresh);
    connect(&session, &Session::planned, this, &VerdictStrip::refresh);
    refresh();
}

void VerdictStrip::createActions()
{
    const auto make = [this](const QString &name, const QString &icon, const QString &text, const QKeySequence &key) {
        auto *action = new QAction(QIcon::fromTheme(icon), text, this);
        action->setObjectName(name);
        action->setShortcut(key);
        return action;
    };
    m_unfold = make(u"verdict_details"_s, u"view-list-details"_s, tr("Verdict in Detail"), Qt::CTRL | Qt::ALT | Qt::Key_J);
    m_unfold->setCheckable(true);
    m_choose = make(u"verdict_baseline"_s, u"pin"_s, tr("Choose the Baseline…"), Qt::CTRL | Qt::ALT | Qt::Key_B);
    m_settings = make(u"verdict_settings"_s, u"configure"_s, tr("Settings Compared"), Qt::CTRL | Qt::ALT | Qt::Key_G);
    connect(m_settings, &QAction::triggered, this, &VerdictStrip::showSettings);
    m_how = make(u"verdict_how"_s, u"help-about"_s, tr("How This Was Computed"), Qt::CTRL | Qt::ALT | Qt::Key_H);
    connect(m_how, &QAction::triggered, this, &VerdictStrip::showMethod);
    connect(m_unfold, &QAction::triggered, this, &VerdictStrip::seenWanted);
    connect(m_choose, &QAction::triggered, this, [this] {
        Q_EMIT seenWanted();
        m_unfold->setChecked(true);
        m_baselineButton->setFocus(Qt::ShortcutFocusReason);
        m_menu->popup(m_baselineButton->mapToGlobal(QPoint(0, m_baselineButton->height())));
    });
}

QWidget *VerdictStrip::createLine()
{
    auto *line = new QWidget(m_inside);
    QToolButton *unfold = makeToolButton({}, m_unfold->text(), line);
    unfold->setDefaultAction(m_unfold);
    m_headline = new OneLineLabel(OneLineLabel::Ink::Usual, line);
    m_headline->setObjectName(u"verdictHeadline"_s);
    m_headline->setAccessibleName(tr("What the run proves"));
    QToolButton *how = makeToolButton({}, m_how->text(), line);
    how->setDefaultAction(m_how);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(unfold);
    row->addWidget(m_headline, 1);
    row->addWidget(how);
    return line;
}

QWidget *VerdictStrip::createDetails()
{
    auto *details = new QWidget(m_inside);
    m_scroll = new QScrollArea(details);
    m_scroll->setObjectName(u"verdictSentences"_s);
    m_scroll->setAccessibleName(tr("One sentence a pair"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setMinimumHeight(sentencesHeight(1));
    m_scroll->setMaximumHeight(sentencesHeight(mostLines));
    auto *sentences = new QWidget(m_scroll);
    m_rows = new QVBoxLayout(sentences);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(2);
    m_scroll->setWidget(sentences);
    auto *column = new QVBoxLayout(details);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(lineGap);
    column->addWidget(m_scroll);
    m_controls = createControls(details);
    column->addWidget(m_controls);
    return details;
}

QWidget *VerdictStrip::createControls(QWidget *parent)
{
    auto *controls = new QWidget(parent);
    QToolButton *baseline = makeToolButton({}, tr("The baseline, which the others are compared with"), controls);
    m_baselineButton = baseline;
    baseline->setObjectName(u"baselineButton"_s);
    baseline->setToolButtonStyle(Qt::ToolButtonTextOnly);
    baseline->setPopupMode(QToolButton::InstantPopup);
    m_menu = new QMenu(baseline);
    m_menu->setObjectName(u"baselineMenu"_s);
    m_menu->setToolTipsVisible(true);
    baseline->setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, [this] {
        Q_EMIT runsWanted();
        fillMenu();
    });
    m_measure = new QComboBox(controls);
    m_measure->setObjectName(u"verdictMeasure"_s);
    m_measure->setAccessibleName(tr("What is compared"));
    m_measure->setToolTip(tr("Scores, as the better and worse of the heads, or only whether all checks passed"));
    m_measure->addItems({tr("Scores"), tr("Passes")});
    connect(m_measure, &QComboBox::currentIndexChanged, m_verdict,
            [this](int index) { m_verdict->setMeasure(static_cast<ScoreMeasure>(index)); });
    m_margin = new NumberBox(controls);
    m_margin->setObjectName(u"verdictMargin"_s);
    NumberFacts range;
    range.least = 0.1;
    range.most = 100;
    range.first = 5;
    range.step = 1;
    m_margin->setRange(range, NumberBox::Kind::Real);
    m_margin->setUnsetText(tr("not asked"));
    m_margin->setAccessibleName(tr("Equal within, in points"));
    m_margin->setToolTip(
        tr("Two columns are called equal where their difference is proved to be below so many points. Empty: equality is "
           "not asked for, and “not decided” does not mean equal"));
    connect(m_margin, &NumberBox::edited, this, [this] {
        const std::optional<double> points = m_margin->value();
        m_verdict->setMargin(points ? std::optional(*points / 100) : std::nullopt);
    });
    auto *label = new QLabel(tr("E&qual within"), controls);
    label->setBuddy(m_margin);
    auto *row = new QHBoxLayout(controls);
    row->setContentsMargins(0, 0, 0, 0);
    QToolButton *settings = makeToolButton({}, m_settings->text(), controls);
    settings->setDefaultAction(m_settings);
    row->addWidget(baseline);
    row->addWidget(settings);
    row->addWidget(m_measure);
    row->addWidget(label);
    row->addWidget(m_margin);
    row->addStretch(1);
    return controls;
}

int VerdictStrip::sentencesHeight(int lines) const
{
    return lines * fontMetrics().lineSpacing() + 8;
}

bool VerdictStrip::isUnfolded() const
{
    return m_unfold->isChecked() && !m_inside->isHidden();
}

int VerdictStrip::leastUnfoldedHeight() const
{
    return m_line->sizeHint().height() + m_controls->sizeHint().height() + 2 * lineGap + sentencesHeight(1);
}

void VerdictStrip::setMostHeight(int height)
{
    const int forSentences = height - leastUnfoldedHeight() + sentencesHeight(1);
    m_scroll->setMaximumHeight(std::clamp(forSentences, sentencesHeight(1), sentencesHeight(mostLines)));
}

QString VerdictStrip::baselineTitle() const
{
    if (m_verdict->baselineRun())
        return firstLine(m_verdict->baselineRun()->name, titleLength);
    const QList<Variant> &variants = m_session.experiment().variants;
    return m_variant < variants.size()
               ? u"%1 · %2"_s.arg(variantMark(m_variant).text, firstLine(variants.at(m_variant).title(), titleLength))
               : QString();
}

void VerdictStrip::refresh()
{
    m_inside->setVisible(m_session.size() > 0);
    const VerdictReport &report = m_verdict->report();
    const auto &comparability = m_verdict->comparability();
    QString headline = report.contenders.empty() ? tr("computing…") : verdictHeadline(report);
    if (const std::optional<RaceReport> race = shownRace())
        headline = RaceText::sentence(*race, m_session.experiment());
    else if (comparability && !comparability->isComparable())
        headline = comparabilityText(m_verdict->baselineRun()->name, *comparability);
    m_headline->setText(headline);
    m_headline->setMore(report.pairs.size() > 1 ? pairSentences(report).mid(0, mostRows).join(u'\n') : QString());
    m_baselineButton->setText(tr("Baseline: %1").arg(firstLine(baselineTitle(), 60).replace(u'&', u"&&"_s)));
    m_how->setEnabled(!report.contenders.empty());
    m_settings->setEnabled(m_session.size() > 0);
    refreshSettings();
    updateRows();
    if (m_page && m_page->isVisible())
        m_page->showText(methodText());
}

/// It is of the variants among each other.
std::optional<RaceReport> VerdictStrip::shownRace() const
{
    return m_verdict->baselineRun() ? std::nullopt : m_session.race();
}

QString VerdictStrip::methodText() const
{
    const QString text = howComputed(m_verdict->report());
    const std::optional<RaceReport> race = shownRace();
    return race ? RaceText::method(*race, m_session.experiment()) + u"\n\n"_s + text : text;
}

void VerdictStrip::addRow(const QPixmap &mark, const QString &text)
{
    auto *line = new QWidget(m_scroll->widget());
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    auto *badge = new QLabel(line);
    badge->setPixmap(mark);
    badge->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    badge->setFixedWidth(fontMetrics().height() + 4);
    auto *label = new QLabel(line);
    label->setObjectName(u"verdictSentence"_s);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setText(text);
    label->setAccessibleName(text);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    row->addWidget(badge);
    row->addWidget(label, 1);
    m_rows->addWidget(line);
}

/// Rows are made anew only where they say something else, so that what is being selected stays.
void VerdictStrip::updateRows()
{
    const VerdictReport &report = m_verdict->report();
    QStringList general;
    if (!m_problem.isEmpty())
        general += m_problem;
    if (const std::optional<RaceReport> race = shownRace()) {
        general += RaceText::sentence(*race, m_session.experiment());
        if (race->isDecided)
            general +=
                tr("What follows is computed as if the number of cases had been fixed before, which a race that stops when "
                   "it is decided has not: its intervals are too narrow. What the race says holds.");
    }
    if (m_verdict->comparability())
        general += comparabilityText(m_verdict->baselineRun()->name, *m_verdict->comparability());
    if (m_verdict->baselineRun())
        general += m_verdict->baselineRun()->remarks;
    QStringList after = repeatLines(report);
    if (const QString ranking = rankingLine(report); !ranking.isEmpty())
        after.prepend(ranking);
    const QStringList pairs = pairSentences(report);
    if (const QStringList all = general + pairs + after; std::exchange(m_shown, all) == all)
        return;
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const QString &text : std::as_const(general))
        addRow({}, text);
    for (qsizetype i = 0; i < std::min(pairs.size(), mostRows); ++i) {
        const ComparedPair &pair = report.pairs.at(static_cast<std::size_t>(i));
        const VariantMark &mark = report.contenders.at(static_cast<std::size_t>(pair.second)).mark;
        const int side = fontMetrics().height();
        addRow(variantIcon(mark, palette()).pixmap(QSize(side, side), devicePixelRatioF()), pairs.at(i));
    }
    for (qsizetype i = 0; i < std::min(after.size(), mostRows); ++i)
        addRow({}, after.at(i));
}

void VerdictStrip::showMethod()
{
    if (!m_page)
        m_page = new VerdictMethodPage(this);
    m_page->showText(methodText());
    m_page->show();
    m_page->raise();
    m_page->activateWindow();
}

void VerdictStrip::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_verdict->setWatched(true);
}

void VerdictStrip::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_verdict->setWatched(false);
}

/// Marks are drawn for the palette.
void VerdictStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_rows) {
        m_shown.clear();
        updateRows();
    }
}

} // namespace Tempera
