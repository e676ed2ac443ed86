// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/requestdialog.h"

#include "models/core/ports/background.h"
#include "models/items/celltext.h"
#include "models/snippets/requestsnippet.h"
#include "models/text/displaytext.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

/// The server, without what in the address is secret.
QString hostOf(const ShownText &url)
{
    QString address;
    for (const ShownPiece &piece : url)
        address += piece.variable.isEmpty() ? piece.text : u"x"_s;
    return QUrl(address).host();
}

/// The variables of the environment that a request needs, each once.
QStringList variablesOf(const ShownRequest &request)
{
    QStringList names;
    const auto add = [&names](const ShownText &text) {
        for (const ShownPiece &piece : text) {
            if (!piece.variable.isEmpty() && !names.contains(piece.variable))
                names += piece.variable;
        }
    };
    add(request.url);
    for (const ShownHeader &header : request.headers)
        add(header.value);
    return names;
}

} // namespace

RequestDialog::RequestDialog(Background *background, QWidget *parent) : OrderedDialog(parent), m_background(background)
{
    setObjectName(u"requestDialog"_s);
    setWindowTitle(tr("Request"));
    m_intro = new QLabel(this);
    m_intro->setObjectName(u"requestIntro"_s);
    m_intro->setTextFormat(Qt::PlainText);
    m_intro->setWordWrap(true);
    m_intro->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(u"requestTabs"_s);
    m_tabs->setAccessibleName(tr("Ways to write the request"));
    m_tabs->tabBar()->setAccessibleName(m_tabs->accessibleName());
    addPage(static_cast<int>(RequestForm::Wire), tr("As it is sent"));
    addPage(static_cast<int>(RequestForm::Curl), u"curl"_s);
    addPage(static_cast<int>(RequestForm::Python), u"Python"_s);
    addPage(static_cast<int>(RequestForm::JavaScript), u"JavaScript"_s);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    m_copy->setObjectName(u"requestCopy"_s);
    m_copy->setToolTip(tr("Copies the whole text of this page"));
    m_copy->setAutoDefault(false);
    connect(m_copy, &QPushButton::clicked, this, &RequestDialog::copyPage);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_intro);
    column->addWidget(m_tabs, 1);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().lineSpacing() * 34);
    m_pages.front()->setFocus();
}

void RequestDialog::addPage(int form, const QString &title)
{
    auto *page = new QPlainTextEdit(m_tabs);
    page->setObjectName(u"request_"_s + requestFormName(static_cast<RequestForm>(form)));
    page->setAccessibleName(title);
    page->setReadOnly(true);
    page->setTabChangesFocus(true);
    page->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    page->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    page->setWordWrapMode(QTextOption::WrapAnywhere);
    m_pages.at(static_cast<std::size_t>(form)) = page;
    m_tabs->addTab(page, title);
}

QString RequestDialog::introOf(const ShownRequest &request) const
{
    if (request.way == ShownRequest::Way::Process)
        return tr("Answered in this process: nothing is sent. This is what the model is asked, in Tempera's own words.");
    const QString host = DisplayText::of(hostOf(request.url));
    const QStringList variables = variablesOf(request);
    if (variables.isEmpty())
        return tr("This is sent to %1.").arg(host);
    return tr("This is sent to %1. What is secret is left out; the programs take it from the environment: %2.")
        .arg(host, variables.join(", "_L1));
}

void RequestDialog::showRequest(const ShownRequest &request)
{
    const quint64 turn = ++m_turn;
    m_intro->setText(introOf(request));
    m_tabs->show();
    const bool isSent = request.way == ShownRequest::Way::Network;
    for (int form = 1; form < formCount; ++form)
        m_tabs->setTabVisible(form, isSent);
    const QString title = isSent ? tr("As it is sent") : tr("What is asked");
    m_tabs->setTabText(0, title);
    m_pages.front()->setAccessibleName(title);
    const auto texts = std::make_shared<Texts>();
    const auto make = [texts, request] {
        for (std::size_t form = 0; form < texts->size(); ++form)
            texts->at(form) = requestText(request, static_cast<RequestForm>(form));
    };
    const auto take = [this, texts, turn] {
        if (turn == m_turn)
            takeTexts(*texts);
    };
    if (m_background) {
        m_background->run(make, this, take);
        return;
    }
    make();
    take();
}

void RequestDialog::showProblem(const QString &why)
{
    ++m_turn;
    m_intro->setText(why);
    m_tabs->hide();
    takeTexts({});
}

void RequestDialog::takeTexts(const Texts &texts)
{
    for (std::size_t form = 0; form < texts.size(); ++form) {
        const QString &text = texts.at(form);
        if (text == m_texts.at(form))
            continue; // what is being read stays where it is
        qsizetype shown = std::min(text.size(), mostShown);
        if (shown < text.size() && text.at(shown - 1).isHighSurrogate())
            --shown;
        QString said = text.first(shown);
        if (shown < text.size())
            said += u"\n… "_s + tr("%1 more characters; Copy takes all").arg(CellText::number(text.size() - shown));
        m_pages.at(form)->setPlainText(said);
    }
    m_texts = texts;
    m_copy->setEnabled(!texts.front().isEmpty());
}

void RequestDialog::copyPage()
{
    QGuiApplication::clipboard()->setText(m_texts.at(static_cast<std::size_t>(std::max(0, m_tabs->currentIndex()))));
}

} // namespace Tempera
