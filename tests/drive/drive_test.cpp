#include "terminal/drive/drive.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/fake_card_terminal.hpp"
#include "tests/support/fake_ports.hpp"

#include <nlohmann/json.hpp>

#include <sstream>

using namespace guitai;
using Json = nlohmann::json;

namespace {

struct Driver {
    test::Counter counter;
    std::int64_t synced_ms{-1};
    Drive drive{*counter.till, {.message_of = [](const Refusal& refusal) { return "words of " + refusal.code; },
                                .sync_now =
                                    [this](std::int64_t timeout_ms) {
                                        synced_ms = timeout_ms;
                                        return Result<void>{};
                                    }}};

    Json operator()(const std::string& line) { return Json::parse(drive.answer(line)); }
    std::string code(const std::string& line)
    {
        const Json answer = (*this)(line);
        return answer.at("ok").get<bool>() ? "" : answer.at("code").get<std::string>();
    }
    void open()
    {
        REQUIRE((*this)(R"({"do":"sign_in","name":"王芳","pin":"2468"})")["ok"] == true);
        REQUIRE((*this)(R"({"do":"open_shift","float_minor":50000})")["ok"] == true);
    }
};

} // namespace

TEST_CASE("a day at the counter is driven line by line")
{
    Driver drive;

    const Json in = drive(R"({"do":"sign_in","name":"王芳","pin":"2468"})");
    CHECK(in["staff"] == "王芳");
    CHECK(in["role"] == "clerk");
    CHECK(drive(R"({"do":"open_shift","float_minor":50000})")["shift"] == 1);

    const Json cart = drive(R"({"do":"scan_barcode","digits":"6900000000001"})")["cart"];
    CHECK(cart["total_minor"] == 69900);
    CHECK(cart["lines"][0]["line"] == 1);
    CHECK(cart["lines"][0]["kind"] == "sale");
    CHECK(cart["lines"][0]["quantity"] == 1);
    CHECK(cart["unlock"] == Json::array());

    const Json member = drive(R"({"do":"attach_member","phone":"13800000001"})");
    CHECK(member["member"]["name"] == "林晓梅");
    CHECK(member["cart"]["total_minor"] == 65900);
    CHECK(member["cart"]["lines"][0]["why"][0]["code"] == "why.price.member");

    CHECK(drive(R"({"do":"pay","tender":"card","amount_minor":60000})")["due_minor"] == 5900);
    const Json paid = drive(R"({"do":"pay","tender":"cash","amount_minor":10000})");
    CHECK(paid["due_minor"] == 0);
    CHECK(paid["sale"]["receipt"] == "S01-71-000001");
    CHECK(paid["sale"]["total_minor"] == 65900);
    CHECK(paid["sale"]["change_minor"] == 4100);
    CHECK(paid["sale"]["points_earned"] == 659);

    const Json closed = drive(R"({"do":"close_shift","counted_minor":55900})");
    CHECK(closed["report"]["variance_minor"] == 0);
    CHECK(closed["report"]["turnover_minor"] == 65900);
    const Json day = drive(R"({"do":"close_day"})");
    CHECK(day["report"]["kind"] == "day");
    CHECK(day["report"]["number"] == 1);
    CHECK(day["report"]["text"].get<std::string>().find("Z0001") != std::string::npos);
}

TEST_CASE("a missing size is found in the grid, ordered and followed")
{
    Driver drive;
    drive.open();

    const Json grid = drive(R"({"do":"grid","style":"SJ2207","sku":"SJ2207-1"})");
    CHECK(grid["cells"].size() == 4);
    CHECK(grid["cells"][0]["here"] == 0);
    CHECK(grid["cells"][0]["shops"] == 3);
    CHECK(grid["cells"][0]["warehouse"] == 36);
    CHECK(grid["cells"][0]["as_of_ms"] == drive.counter.catalogue.as_of_ms);
    CHECK(grid["ways"][0]["way"] == "collect_elsewhere");

    const Json cart = drive(R"({"do":"order_item","sku":"SJ2207-1","quantity":1,"delivery":"ship",)"
                            R"("recipient":"林晓梅","phone":"13800000001","address":"人民路 1 号"})")["cart"];
    CHECK(cart["lines"][0]["kind"] == "order");
    const Json paid = drive(R"({"do":"pay","tender":"cod","amount_minor":69900})");
    CHECK(paid["sale"]["orders"][0] == "S01-71-D00001");

    CHECK(drive(R"({"do":"orders"})")["orders"][0]["state"] == "captured");
    const Json order = drive(R"({"do":"order","order":"S01-71-D00001"})");
    CHECK(order["state"] == "captured");
    CHECK(order["promise_date"] == "");
    CHECK(order["history"].is_array());
    CHECK(drive(R"({"do":"cancel_order","order":"S01-71-D00001","reason":"不要了"})")["cancel_asked"] == true);
    CHECK(drive.code(R"({"do":"receive_order","order":"S01-71-D00001"})") == "order.wrong_state");
    CHECK(drive(R"({"do":"record_miss","style":"SJ2207","colour":"枫红","size":"180","reason":"size"})")["miss"] == 2);
}

TEST_CASE("every other word of this depth answers as it should")
{
    Driver drive;
    drive.open();

    CHECK(drive(R"({"do":"search","text":"围巾","limit":5})")["products"][0]["sku"] == "PS01");
    CHECK(drive(R"({"do":"search","text":"0001"})")["members"][0]["name"] == "林晓梅");
    CHECK(drive(R"({"do":"add_product","sku":"PS01","quantity":2})")["cart"]["lines"][0]["quantity"] == 2);
    CHECK(drive(R"({"do":"set_quantity","line":1,"quantity":3})")["cart"]["total_minor"] == 38700);
    CHECK(drive.code(R"({"do":"discount_line","line":1,"percent":20,"reason":"线头"})") == "discount.needs_approval");
    CHECK(drive(R"({"do":"approve","name":"陈店长","pin":"8642"})")["cart"]["total_minor"] == 30960);
    CHECK(drive(R"({"do":"discount_line","line":1,"amount_minor":100,"reason":"线头"})")["cart"]["total_minor"] == 38600);
    CHECK(drive(R"({"do":"discount_line","line":1,"percent":2.5})")["cart"]["total_minor"] == 37731); // 3.23 off each.
    const Json parked = drive(R"({"do":"park"})");
    CHECK(parked["ticket"] == 1);
    CHECK(drive(R"({"do":"recall","ticket":1})")["cart"]["lines"].size() == 1);
    CHECK(drive(R"({"do":"remove_line","line":1})")["cart"]["lines"].empty());
    CHECK(drive(R"({"do":"undo_remove"})")["cart"]["lines"].size() == 1);
    CHECK(drive(R"({"do":"clear_ticket"})")["cart"]["total_minor"] == 0);
    CHECK(drive(R"({"do":"enrol_member","phone":"13900000009","name":"单晓"})")["member"]["points"] == 0);
    CHECK(drive(R"({"do":"attach_member","card":"C0001"})")["member"]["next_expiry"].is_null());
    CHECK(drive(R"({"do":"detach_member"})")["ok"] == true);
    CHECK(drive(R"({"do":"cash_movement","kind":"safe_drop","amount_minor":10000,"reason":"下午"})")["ok"] == true);
    CHECK(drive(R"({"do":"x_report"})")["report"]["drops_minor"] == 10000);
    CHECK(drive(R"({"do":"set_clock","at":"2026-11-22T18:00:00+08:00"})")["ok"] == true);
    CHECK(drive(R"({"do":"sync","timeout_ms":1500})")["office"]["age_ms"].is_null());
    CHECK(drive.synced_ms == 1'500);
    CHECK(drive(R"({"do":"sign_out"})")["ok"] == true);
    CHECK(drive.code(R"({"do":"x_report"})") == "staff.not_signed_in");
}

TEST_CASE("somebody is enrolled with who brought her, and her coupons are told")
{
    Driver drive;
    drive.open();
    CHECK(drive.code(R"({"do":"enrol_member","phone":"13900000009","referred_by":"13999999999"})") ==
          "referral.unknown");
    CHECK(drive.code(R"({"do":"enrol_member","phone":"13900000009","referred_by":"13900000009"})") ==
          "referral.herself");
    CHECK(drive(R"({"do":"enrol_member","phone":"13900000009","referred_by":"C0001"})")["member"]["referred_by"] ==
          "M1");
    drive.counter.member_files.held[{"M1"}] = {{"WEL-M1", "TEN", {}, {}, "2026-12-21"}};
    const Json her = drive(R"({"do":"show_member","phone":"13800000001"})")["member"];
    CHECK(her["coupons"] ==
          Json::parse(R"([{"code":"WEL-M1","promotion":"TEN","name":"TEN","valid_to":"2026-12-21"}])"));
}

TEST_CASE("each part of the view can be shown, and no other")
{
    Driver drive;
    drive.open();

    for (const char* const what : {"cart", "session", "sync", "orders", "catalogue", "member", "close", "all"}) {
        CHECK(drive(Json{{"do", "show"}, {"what", what}}.dump())["ok"] == true);
    }
    CHECK(drive(R"({"do":"show","what":"session"})")["session"]["staff"] == "王芳");
    CHECK(drive.code(R"({"do":"show","what":"pins"})") == "drive.bad_field");
}

TEST_CASE("a line that is no JSON object is unreadable, whatever it is")
{
    Driver drive;

    for (const std::string& line : {std::string{}, std::string{"   "}, std::string{"hello"}, std::string{"[1]"},
                                    std::string{"7"}, std::string{"null"}, std::string{"{"},
                                    std::string{R"({"do":"show"} x)"}, std::string{"{\"do\":\"sho\xFFw\"}"},
                                    std::string{"{\"do\":\"show\0\"}", 14}, std::string{R"({"do":"show","do":"park"})"},
                                    std::string{R"({"do":"show","x":[[[[[1]]]]]})"}, std::string(100'000, '['),
                                    std::string(2'000'000, ' ')}) {
        INFO(line.substr(0, 40));
        CHECK(drive.code(line) == "drive.unreadable");
    }
}

TEST_CASE("an unknown word is named in the answer")
{
    Driver drive;

    CHECK(drive.code(R"({"do":"sell_stamps","points":"x"})") == "drive.unknown_command");
    CHECK(drive(R"({"do":"fly"})")["message"] == "words of drive.unknown_command: fly");
    CHECK(drive.code(R"({"do":""})") == "drive.unknown_command");
    CHECK(drive.code(R"({"do":7})") == "drive.bad_field");
    CHECK(drive.code(R"({})") == "drive.bad_field");
}

TEST_CASE("a field that is missing or of the wrong type is named, and nothing is done")
{
    Driver drive;
    drive.open();
    const auto message = [&](const std::string& line) {
        const Json answer = drive(line);
        CHECK(answer["code"] == "drive.bad_field");
        return answer.value("message", "");
    };

    CHECK(message(R"({"do":"scan_barcode"})").find("digits") != std::string::npos);
    CHECK(message(R"({"do":"scan_barcode","digits":6900000000059})").find("digits") != std::string::npos);
    CHECK(message(R"({"do":"scan_barcode","digits":null})").find("digits") != std::string::npos);
    CHECK(message(R"({"do":"scan_barcode","digits":"69\u0000"})").find("digits") != std::string::npos);
    CHECK(message(R"({"do":"add_product","sku":"PS01","quantity":"2"})").find("quantity") != std::string::npos);
    CHECK(message(R"({"do":"add_product","sku":"PS01","quantity":1.2345})").find("quantity") != std::string::npos);
    CHECK(message(R"({"do":"add_product","sku":"PS01","quantity":1e3})").find("quantity") != std::string::npos);
    CHECK(message(R"({"do":"pay","tender":"cash","amount_minor":1.5})").find("amount_minor") != std::string::npos);
    CHECK(message(R"({"do":"pay","tender":"cash","amount_minor":99999999999999999999})").find("amount_minor") !=
          std::string::npos);
    CHECK(message(R"({"do":"pay","tender":"cash","amount_minor":999999999999999})").find("amount_minor") !=
          std::string::npos);
    CHECK(message(R"({"do":"set_quantity","line":true,"quantity":1})").find("line") != std::string::npos);
    CHECK(message(R"({"do":"discount_line","line":1,"percent":1.234})").find("percent") != std::string::npos);
    CHECK(message(R"({"do":"discount_line","line":1})").find("percent") != std::string::npos);
    CHECK(message(R"({"do":"cash_movement","kind":"gift","amount_minor":1})").find("kind") != std::string::npos);
    CHECK(message(R"({"do":"order_item","sku":"PS01","delivery":"fly"})").find("delivery") != std::string::npos);
    CHECK(message(R"({"do":"close_shift"})").find("counted_minor") != std::string::npos);
    CHECK(message(R"({"do":"close_shift","denominations":[{"value_minor":100}]})").find("denominations") !=
          std::string::npos);
    CHECK(message(R"({"do":"close_shift","denominations":7})").find("denominations") != std::string::npos);
    CHECK(message(R"({"do":"sync","timeout_ms":-1})").find("timeout_ms") != std::string::npos);
    CHECK(drive.counter.view().cart.lines.empty());
    CHECK(drive.counter.view().session.shift == 1);
}

TEST_CASE("negative, huge and unknown amounts are refusals of the till")
{
    Driver drive;
    drive.open();
    (void)drive(R"({"do":"add_product","sku":"PS01"})");

    CHECK(drive.code(R"({"do":"pay","tender":"cash","amount_minor":-5})") == "pay.bad_amount");
    CHECK(drive.code(R"({"do":"pay","tender":"cash","amount_minor":99999999999})") == "pay.too_much");
    CHECK(drive.code(R"({"do":"pay","tender":"shells","amount_minor":100})") == "pay.unknown_tender");
    CHECK(drive.code(R"({"do":"add_product","sku":"PS01","quantity":-1})") == "cart.quantity_range");
    CHECK(drive.code(R"({"do":"add_product","sku":"PS01","quantity":1000000})") == "cart.quantity_range");
    CHECK(drive.code(R"({"do":"add_product","sku":"nothing"})") == "cart.unknown_sku");
    CHECK(drive.code(R"({"do":"remove_line","line":9223372036854775807})") == "cart.no_such_line");
}

TEST_CASE("a quantity is as exact as it was written")
{
    Driver drive;
    drive.open();

    const Json cart = drive(R"({"do":"add_product","sku":"PS01","quantity":0.1})")["cart"];

    CHECK(cart["lines"][0]["quantity"].dump() == "0.1");
    CHECK(cart["total_minor"] == 1290);
}

TEST_CASE("a drawer is counted by notes in either form")
{
    Driver drive;
    drive.open();
    const Json closed = drive(R"({"do":"close_shift","denominations":[{"value_minor":10000,"count":5}]})");
    CHECK(closed["report"]["counted_minor"] == 50000);

    (void)drive(R"({"do":"open_shift","float_minor":50000})");
    CHECK(drive(R"({"do":"close_shift","denominations":{"10000":4,"5000":2}})")["report"]["counted_minor"] == 50000);
}

TEST_CASE("a broken disk is an answer and not an exit")
{
    Driver drive;
    drive.open();
    (void)drive(R"({"do":"add_product","sku":"PS01"})");
    drive.counter.books.disk_full = true;

    CHECK(drive.code(R"({"do":"pay","tender":"cash","amount_minor":12900})") == "machine.failed");

    drive.counter.books.disk_full = false;
    CHECK(drive(R"({"do":"pay","tender":"cash","amount_minor":12900})")["due_minor"] == 0);
}

TEST_CASE("every line gets one answer, in order, giant and broken ones too")
{
    Driver drive;
    std::istringstream in{R"({"do":"sign_in","name":"王芳","pin":"2468"})"
                          "\r\nnonsense\n" +
                          std::string(3'000'000, 'x') + "\n\n" + R"({"do":"show","what":"session"})"};
    std::ostringstream out;

    const int code{drive_lines(in, out, drive.drive)};

    CHECK(code == 0);
    std::istringstream answers{out.str()};
    std::vector<bool> said;
    for (std::string line; std::getline(answers, line);) said.push_back(Json::parse(line)["ok"].get<bool>());
    CHECK(said == std::vector<bool>{true, false, false, false, true});
}

TEST_CASE("a card is asked for at the terminal, waited for and given up, line by line")
{
    Driver drive;
    drive.open();
    CHECK(drive.code(R"({"do":"ask_card","amount_minor":12900})") == "card.no_terminal");
    CHECK(drive(R"({"do":"card_status"})")["terminal"] == false);

    test::FakeCardTerminal terminal;
    drive.counter.cards = &terminal;
    drive.counter.restart();
    DriveHooks hooks{.hear = [&](std::int64_t, const std::function<bool()>&) {
        for (const HearCard& heard : terminal.answers()) (void)drive.counter.handle(heard);
    }};
    Drive words{*drive.counter.till, hooks};
    const auto say = [&words](const std::string& line) { return Json::parse(words.answer(line)); };
    CHECK(say(R"({"do":"sign_in","name":"王芳","pin":"2468"})")["ok"] == true);
    CHECK(say(R"({"do":"scan_barcode","digits":"6900000000059"})")["ok"] == true);
    terminal.line = test::FakeCardTerminal::Line::deaf;
    CHECK(say(R"({"do":"ask_card"})")["code"] == "drive.bad_field");
    CHECK(say(R"({"do":"ask_card","amount_minor":12900})")["state"] == "waiting");
    CHECK(say(R"({"do":"card_status","timeout_ms":-1})")["code"] == "drive.bad_field");
    const Json silent = say(R"({"do":"card_status","timeout_ms":1000})");
    CHECK(silent["state"] == "silent");
    CHECK(silent["amount_minor"] == 12900);
    const Json stopped = say(R"({"do":"stop_waiting_for_card"})");
    CHECK(stopped["state"] == "none");
    CHECK(stopped["to_settle"] == 1);
    terminal.line = test::FakeCardTerminal::Line::good;
    CHECK(say(R"({"do":"card_status"})")["to_settle"] == 0);

    CHECK(say(R"({"do":"ask_card","amount_minor":12900})")["due_minor"] == 12900);
    const Json paid = say(R"({"do":"card_status"})");
    CHECK(paid["state"] == "none");
    CHECK(paid["sale"]["receipt"] == "S01-71-000001");
}
