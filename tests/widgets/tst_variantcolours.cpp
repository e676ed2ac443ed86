// SPDX-FileCopyrightText: 2026 The Tempera developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/compare/variantmark.h"
#include "tests/widgets/windowfixture.h"
#include "widgets/common/appearance.h"
#include "widgets/common/variantcolours.h"

#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace Tempera;

namespace {

double luminance(const QColor &colour)
{
    const auto linear = [](double share) { return share <= 0.03928 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

/// As WCAG 2 has it, 1 … 21.
double contrast(const QColor &one, const QColor &other)
{
    const auto [low, high] = std::minmax({luminance(one), luminance(other)}); // values: of two it would give references
    return (high + 0.05) / (low + 0.05);
}

} // namespace

class TestVariantColours : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksStandOutInLightAndDark_data();
    void marksStandOutInLightAndDark();
};

void TestVariantColours::marksStandOutInLightAndDark_data()
{
    QTest::addColumn<int>("scheme");
    QTest::newRow("light") << static_cast<int>(ColourScheme::Light);
    QTest::newRow("dark") << static_cast<int>(ColourScheme::Dark);
}

void TestVariantColours::marksStandOutInLightAndDark()
{
    QFETCH(int, scheme);
    applyColourScheme(static_cast<ColourScheme>(scheme));
    const QPalette palette = QApplication::palette();
    QSet<QRgb> seen;
    for (int slot = 0; slot < VariantSlots; ++slot) {
        const QColor colour = variantColour(slot, palette);
        seen.insert(colour.rgb());
        QVERIFY2(contrast(colour, palette.color(QPalette::Base)) >= 3, qPrintable(colour.name()));
        QVERIFY2(contrast(colour, palette.color(QPalette::Window)) >= 3, qPrintable(colour.name()));
        QCOMPARE(variantColour(slot + VariantSlots, palette), colour);
        const QImage picture = variantIcon(variantMark(slot), palette).pixmap(QSize(64, 64), 1.0).toImage();
        QCOMPARE(picture.pixelColor(4, 32), colour);
    }
    QCOMPARE(seen.size(), VariantSlots);
    QVERIFY(variantColour(-1, palette).isValid());
}

TEMPERA_WINDOW_TEST(TestVariantColours)
#include "tst_variantcolours.moc"
