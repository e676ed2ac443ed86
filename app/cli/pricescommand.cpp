// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/pricescommand.h"

#include "app/cli/jsonvalues.h"
#include "app/cli/label.h"
#include "app/cli/plaintable.h"
#include "models/core/counted.h"
#include "models/report/writers.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tempera {
namespace {

QJsonObject priceJson(const QString &provider, const QString &model, PriceKind kind, std::int64_t inputFrom)
{
    QJsonObject json{{u"provider"_s, provider}, {u"model"_s, model}, {u"price"_s, priceKindName(kind)}};
    if (inputFrom > 0)
        json.insert(u"input_from"_s, qint64{inputFrom});
    return json;
}

QJsonObject changeJson(const PriceChange &change)
{
    QJsonObject json = priceJson(change.provider, change.model, change.kind, change.inputFrom);
    json.insert(u"before_per_million"_s, moneyJson(change.before));
    json.insert(u"now_per_million"_s, moneyJson(change.now));
    json.insert(u"share"_s, orNull(change.share()));
    json.insert(u"large"_s, change.isLarge());
    json.insert(u"new_model"_s, change.isNewModel);
    return json;
}

QStringList changeFields(const PriceChange &change)
{
    return {change.provider + u'/' + change.model,
            priceKindText(change.kind, change.inputFrom),
            change.before ? change.before->text() : u"–"_s,
            change.now.text(),
            priceShareText(change),
            change.isLarge() ? u"!"_s : QString()};
}

} // namespace

PricesCommand::PricesCommand(const CliContext &context, const PricesArguments &arguments)
    : Command(context), m_arguments(arguments)
{
}

void PricesCommand::start()
{
    if (!context().prices.lookUp || !context().prices.setTaken || !context().prices.taken) {
        complain(failure(ErrorKind::Internal, label(QT_TRANSLATE_NOOP("Cli", "prices cannot be looked up here"))).error());
        Q_EMIT finished(ExitCode::RunError);
        return;
    }
    switch (m_arguments.verb) {
    case PricesVerb::List: list(); break;
    case PricesVerb::Remove: remove(); break;
    case PricesVerb::Refresh: refresh(); break;
    }
}

bool PricesCommand::isAsked(const QString &provider, const QString &model) const
{
    return m_arguments.models.isEmpty() || m_arguments.models.contains(model)
           || m_arguments.models.contains(provider + u'/' + model);
}

void PricesCommand::list()
{
    const QList<TakenPrice> taken = context().prices.taken();
    if (m_arguments.shape == OutputShape::Json) {
        writeJson(takenPricesToJson(taken));
        Q_EMIT finished(ExitCode::Passed);
        return;
    }
    if (taken.isEmpty())
        say(label(QT_TRANSLATE_NOOP("Cli", "No price was taken from a list; the built-in ones hold.")));
    QList<QStringList> rows;
    for (const TakenPrice &each : taken) {
        rows << QStringList{each.provider + u'/' + each.model, priceKindText(each.kind, each.inputFrom), each.perMillion.text(),
                            each.on.toString(Qt::ISODate), each.source};
    }
    const QList<PlainColumn> columns{{label(QT_TRANSLATE_NOOP("Cli", "model"))},
                                     {label(QT_TRANSLATE_NOOP("Cli", "a million tokens of"))},
                                     {label(QT_TRANSLATE_NOOP("Cli", "price")), Alignment::Right},
                                     {label(QT_TRANSLATE_NOOP("Cli", "taken on"))},
                                     {label(QT_TRANSLATE_NOOP("Cli", "from"))}};
    if (!rows.isEmpty())
        writeOut(plainTable(columns, rows, *context().out));
    Q_EMIT finished(ExitCode::Passed);
}

void PricesCommand::remove()
{
    QList<TakenPrice> left = context().prices.taken();
    const qsizetype gone =
        left.removeIf([this](const TakenPrice &each) { return m_arguments.all || isAsked(each.provider, each.model); });
    if (gone == 0) {
        say(label(QT_TRANSLATE_NOOP("Cli", "There is nothing to remove.")));
        Q_EMIT finished(ExitCode::Passed);
        return;
    }
    const Result<void> kept = context().prices.setTaken(left);
    if (kept)
        say(counted(QCoreApplication::translate("Cli", "%1 price(s) removed; the built-in ones hold again.", nullptr,
                                                countForm(gone)),
                    gone)
                .arg(gone));
    end(kept);
}

void PricesCommand::refresh()
{
    const QUrl address = m_arguments.from ? priceAddress(*m_arguments.from) : context().prices.source();
    say(QCoreApplication::translate("Cli", "Reading %1 …").arg(priceAddressText(address)));
    context().prices.lookUp(address, this, [this, source = priceAddressText(address)](const Result<PublishedPrices> &published) {
        if (published) {
            show(source, *published);
            return;
        }
        complain(published.error());
        const bool isUsage = published.error().kind == ErrorKind::File || published.error().kind == ErrorKind::Usage;
        Q_EMIT finished(isUsage ? ExitCode::Usage : ExitCode::RunError);
    });
}

void PricesCommand::show(const QString &source, const PublishedPrices &published)
{
    QList<PriceChange> changes = priceChanges(*context().session.catalog, published);
    changes.removeIf([this](const PriceChange &each) { return !isAsked(each.provider, each.model); });
    const auto fresh = std::ranges::count_if(changes, &PriceChange::isNewModel);
    if (!m_arguments.withNew && m_arguments.models.isEmpty())
        changes.removeIf([](const PriceChange &each) { return each.isNewModel; });
    writeChanges(source, changes, published);
    if (const auto left = fresh - std::ranges::count_if(changes, &PriceChange::isNewModel); left > 0) {
        say(counted(QCoreApplication::translate("Cli", "%1 price(s) of models that the catalog does not know; --new shows them.",
                                                nullptr, countForm(left)),
                    left)
                .arg(left));
    }
    if (m_arguments.takes && !changes.isEmpty()) {
        take(source, changes);
        return;
    }
    if (!changes.isEmpty())
        say(label(QT_TRANSLATE_NOOP("Cli", "Nothing was taken; --yes takes what is shown.")));
    Q_EMIT finished(ExitCode::Passed);
}

void PricesCommand::take(const QString &source, const QList<PriceChange> &changes)
{
    const QDate today = context().session.clock->now().date();
    QList<TakenPrice> made;
    for (const PriceChange &each : changes)
        made += takenPrice(each, source, today);
    const Result<void> kept = context().prices.setTaken(withTaken(context().prices.taken(), made));
    if (kept) {
        say(counted(QCoreApplication::translate("Cli", "%1 price(s) taken; tempera prices remove --all takes them back.", nullptr,
                                                countForm(made.size())),
                    made.size())
                .arg(made.size()));
    }
    end(kept);
}

void PricesCommand::writeChanges(const QString &source, const QList<PriceChange> &changes, const PublishedPrices &published)
{
    if (m_arguments.shape == OutputShape::Json) {
        QJsonArray list;
        for (const PriceChange &each : changes)
            list.append(changeJson(each));
        writeJson(QJsonObject{{u"source"_s, source},
                              {u"models"_s, published.models},
                              {u"skipped"_s, published.skipped},
                              {u"taken"_s, m_arguments.takes && !changes.isEmpty()},
                              {u"changes"_s, list}});
        return;
    }
    say(QCoreApplication::translate("Cli", "%1 models read, %2 left out")
            .arg(groupedNumber(published.models), groupedNumber(published.skipped)));
    if (changes.isEmpty()) {
        say(label(QT_TRANSLATE_NOOP("Cli", "No price differs.")));
        return;
    }
    QList<QStringList> rows;
    for (const PriceChange &each : changes)
        rows << changeFields(each);
    const QList<PlainColumn> columns{{label(QT_TRANSLATE_NOOP("Cli", "model"))},
                                     {label(QT_TRANSLATE_NOOP("Cli", "a million tokens of"))},
                                     {label(QT_TRANSLATE_NOOP("Cli", "now")), Alignment::Right},
                                     {label(QT_TRANSLATE_NOOP("Cli", "there")), Alignment::Right},
                                     {label(QT_TRANSLATE_NOOP("Cli", "change")), Alignment::Right},
                                     {label(QT_TRANSLATE_NOOP("Cli", "> 1 %"))}};
    writeOut(plainTable(columns, rows, *context().out));
}

void PricesCommand::end(const Result<void> &kept)
{
    if (!kept)
        complain(kept.error());
    Q_EMIT finished(kept ? ExitCode::Passed : ExitCode::RunError);
}

} // namespace Tempera
