#include "terminal/domain/receipt.hpp"
#include "terminal/domain/report.hpp"

#include "tests/support/catch.hpp"

#include <map>
#include <sstream>

using namespace guitai;
using namespace guitai::literals;

namespace {

std::string chinese(std::string_view key)
{
    static const std::map<std::string, std::string, std::less<>> words{
        {"paper.number", "小票号"},     {"paper.date", "时间"},         {"paper.staff", "店员"},
        {"paper.subtotal", "小计"},     {"paper.saved", "已省"},        {"paper.tax_included", "含税"},
        {"paper.tax_added", "税"},      {"paper.total", "合计"},        {"paper.change", "找零"},
        {"paper.member", "会员"},       {"paper.points_earned", "本次积分"},
        {"paper.points_balance", "积分余额"},                             {"paper.order", "订单"},
        {"paper.order_mark", "[订]"},   {"paper.to_confirm", "待确认"}, {"paper.recipient", "收件人"},
        {"paper.due_on_delivery", "货到应付"},                            {"paper.test", "** 测试小票 **"},
        {"paper.copy", "重打"},         {"paper.thanks", "谢谢光临"},   {"tender.cash", "现金"},
        {"tender.cod", "货到付款"},       {"delivery.ship", "送到家"},      {"price.member", "会员价"},
        {"discount.line", "折扣"}};
    const auto found = words.find(key);
    return found == words.end() ? std::string{key} : found->second;
}

Receipt sample()
{
    SaleLine sold;
    sold.name = "松径短款羽绒服";
    sold.variant = "枫红 165/88A";
    sold.quantity = Quantity::pieces(2);
    sold.unit = 69900_fen;
    sold.discount = 8000_fen;
    sold.total = 131800_fen;
    sold.why = {{"price.member", "", 8000_fen}};
    SaleLine ordered;
    ordered.line_kind = LineKind::order;
    ordered.name = "城南风衣";
    ordered.variant = "卡其 M";
    ordered.quantity = Quantity::pieces(1);
    ordered.unit = 50000_fen;
    ordered.total = 50000_fen;
    ordered.order = {"S01-71-D00001"};

    Receipt receipt;
    receipt.sale.receipt = {"S01-71-000001"};
    receipt.sale.staff = {"王芳"};
    receipt.sale.lines = {sold, ordered};
    receipt.sale.total = 181800_fen;
    receipt.sale.tax = 20915_fen;
    receipt.sale.points_earned = 1'318;
    receipt.sale.tenders = {{TenderKind::cash, 131800_fen, 140000_fen, 8200_fen, ""},
                            {TenderKind::cod, 50000_fen, 50000_fen, {}, ""}};
    receipt.shop_name = "人民路店";
    receipt.at = "2026-11-22 14:05";
    receipt.member_name = "林晓梅";
    receipt.points_balance = 13'206;
    receipt.orders = {{{"S01-71-D00001"}, Delivery::ship, "林晓梅", 50000_fen}};
    return receipt;
}

bool fits(const std::string& text, std::size_t columns)
{
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);) {
        if (columns_of(line) > columns) return false;
    }
    return true;
}

} // namespace

TEST_CASE("a receipt says what, why, how it was paid and what is still to come")
{
    CHECK(receipt_text(sample(), narrow_paper, chinese) == "            人民路店\n"
                                                           "--------------------------------\n"
                                                           "小票号             S01-71-000001\n"
                                                           "时间            2026-11-22 14:05\n"
                                                           "店员                        王芳\n"
                                                           "--------------------------------\n"
                                                           "松径短款羽绒服 枫红 165/88A\n"
                                                           "  2 × ¥699.00        ¥1,318.00\n"
                                                           "  会员价                −¥80.00\n"
                                                           "[订] 城南风衣 卡其 M\n"
                                                           "  1 × ¥500.00          ¥500.00\n"
                                                           "--------------------------------\n"
                                                           "小计                  ¥1,898.00\n"
                                                           "已省                    −¥80.00\n"
                                                           "含税                    ¥209.15\n"
                                                           "合计                  ¥1,818.00\n"
                                                           "--------------------------------\n"
                                                           "现金                  ¥1,400.00\n"
                                                           "货到付款                ¥500.00\n"
                                                           "找零                     ¥82.00\n"
                                                           "--------------------------------\n"
                                                           "会员                      林晓梅\n"
                                                           "本次积分                    1318\n"
                                                           "积分余额                   13206\n"
                                                           "--------------------------------\n"
                                                           "订单               S01-71-D00001\n"
                                                           "送到家                    待确认\n"
                                                           "收件人                    林晓梅\n"
                                                           "货到应付                ¥500.00\n"
                                                           "\n"
                                                           "            谢谢光临\n");
}

TEST_CASE("a test shop's receipt says so at both ends")
{
    Receipt receipt{sample()};
    receipt.sale.test = true;

    const std::string text{receipt_text(receipt, wide_paper, chinese)};

    CHECK(text.find("测试") < text.find("人民路店"));
    CHECK(text.rfind("测试") > text.find("谢谢光临"));
}

TEST_CASE("a reprint is marked as one")
{
    Receipt receipt{sample()};
    receipt.copy = ReceiptCopy::reprint;

    CHECK(receipt_text(receipt, wide_paper, chinese).find("重打") != std::string::npos);
}

TEST_CASE("tax on top is named as such and taken out of the subtotal")
{
    Receipt receipt{sample()};
    receipt.tax_mode = TaxMode::excluded;

    const std::string text{receipt_text(receipt, narrow_paper, chinese)};

    CHECK(text.find("小计                  ¥1,688.85\n") != std::string::npos);
}

TEST_CASE("no line of a receipt is wider than the paper, in any language")
{
    Receipt receipt{sample()};
    receipt.sale.lines[0].name = "Songjing cropped ninety percent white duck down jacket with a hood";
    receipt.sale.lines[0].why[0].detail = "因为袖口有一根很长很长很长很长很长很长的线头";
    const auto keys = [](std::string_view key) { return std::string{key}; };

    for (const std::size_t columns : {narrow_paper, wide_paper}) {
        CHECK(fits(receipt_text(receipt, columns, keys), columns));
        CHECK(fits(receipt_text(receipt, columns, chinese), columns));
    }
}

TEST_CASE("a day report carries its number, its sums, its variance and the head of the journal")
{
    Report report;
    report.kind = ReportKind::day;
    report.number = 318;
    report.takings.tickets = 2;
    report.takings.turnover = 100_fen;
    report.takings.tenders = {{"cash", 100_fen}};
    report.variance = -(550_fen);
    report.open_orders = {"S01-71-D00001"};
    report.chain_head = std::string(64, 'a');
    const auto keys = [](std::string_view key) { return std::string{key}; };

    const std::string text{report_text(report, wide_paper, keys)};

    CHECK(text.find("paper.day_report Z0318") != std::string::npos);
    CHECK(text.find("−¥5.50") != std::string::npos);
    CHECK(text.find("  S01-71-D00001") != std::string::npos);
    CHECK(text.find("¥0.50") != std::string::npos);
    CHECK(fits(text, wide_paper));
}

TEST_CASE("an X report shows no count, for nothing was counted")
{
    const auto keys = [](std::string_view key) { return std::string{key}; };

    CHECK(report_text({}, wide_paper, keys).find("paper.counted_cash") == std::string::npos);
}
