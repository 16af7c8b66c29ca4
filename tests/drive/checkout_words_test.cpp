#include "terminal/drive/drive.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/fake_ports.hpp"

#include <nlohmann/json.hpp>

using namespace guitai;
using Json = nlohmann::json;

namespace {

struct Driver {
    test::Counter counter;
    Drive drive{*counter.till, {.message_of = [](const Refusal& refusal) { return refusal.code; }}};

    Driver()
    {
        REQUIRE((*this)(R"({"do":"sign_in","name":"王芳","pin":"2468"})")["ok"] == true);
        REQUIRE((*this)(R"({"do":"open_shift","float_minor":50000})")["ok"] == true);
    }
    Json operator()(const std::string& line) { return Json::parse(drive.answer(line)); }
    std::string code(const std::string& line) { return (*this)(line).value("code", ""); }
};

} // namespace

TEST_CASE("a swap is driven by receipt, line and SKU")
{
    Driver drive;
    (void)drive(R"({"do":"add_product","sku":"SJ2207-2"})");
    const std::string receipt{
        drive(R"({"do":"pay","tender":"cash","amount_minor":69900})")["sale"]["receipt"].get<std::string>()};

    const Json cart =
        drive(R"({"do":"swap_line","receipt":")" + receipt + R"(","line":1,"sku":"SJ2207-4"})")["cart"];

    CHECK(cart["total_minor"] == 0);
    CHECK(cart["lines"][0]["kind"] == "return");
    CHECK(cart["lines"][1]["sku"] == "SJ2207-4");
    CHECK(cart["lines"][1]["swapped_receipt"] == receipt);
    const Json paid = drive(R"({"do":"pay","tender":"cash","amount_minor":0})");
    CHECK(paid["sale"]["total_minor"] == 0);
    const Json sold = drive(R"({"do":"find_sale","receipt":")" + receipt + R"("})");
    CHECK(sold["lines"][0]["sku"] == "SJ2207-4"); // As what the customer holds it.
    CHECK(sold["lines"][0]["returnable"] == 1);
    CHECK(drive.code(R"({"do":"swap_line","receipt":")" + receipt + R"(","line":1,"sku":"PS01"})") ==
          "swap.not_alike");
}

TEST_CASE("the delivery of a line and its fee are driven, and taken back")
{
    Driver drive;
    (void)drive(R"({"do":"add_product","sku":"PS01"})");

    const Json sent = drive(R"({"do":"set_delivery","line":1,"delivery":"ship","fee_minor":1000,
        "recipient":"林晓梅","phone":"13800000001","address":"人民路 1 号"})")["cart"];
    CHECK(sent["lines"][0]["kind"] == "order");
    CHECK(sent["lines"][0]["fee_minor"] == 1000);
    CHECK(sent["delivery_minor"] == 1000);
    CHECK(sent["total_minor"] == 13900);
    CHECK(sent["lines"][0]["why"][0]["key"] == "delivery.fee");
    const Json to_shop = drive(R"({"do":"set_delivery","line":1,"delivery":"ship_to_shop"})")["cart"];
    CHECK(to_shop["lines"][0]["delivery"] == "ship_to_shop");
    CHECK(to_shop["total_minor"] == 12900);
    CHECK(drive(R"({"do":"set_delivery","line":1,"delivery":"take_now"})")["cart"]["lines"][0]["kind"] == "sale");
    CHECK(drive.code(R"({"do":"set_delivery","line":1,"delivery":"by_owl"})") == "drive.bad_field");
}

TEST_CASE("which piece it is is driven before it is paid")
{
    Driver drive;
    for (CatalogueItem& item : drive.counter.catalogue.goods) item.needs_serial = item.sku.text == "PS01";
    const Json cart = drive(R"({"do":"add_product","sku":"PS01"})")["cart"];
    CHECK(cart["lines"][0]["needs_serial"] == true);
    CHECK(drive.code(R"({"do":"pay","tender":"cash","amount_minor":12900})") == "pay.needs_serial");
    CHECK(drive(R"({"do":"mark_line","line":1,"serial":"SN-1"})")["cart"]["lines"][0]["serial"] == "SN-1");
    const std::string receipt{
        drive(R"({"do":"pay","tender":"cash","amount_minor":12900})")["sale"]["receipt"].get<std::string>()};
    const std::string back{R"({"do":"return_line","receipt":")" + receipt + R"(","line":1,"reason":"坏了")"};
    CHECK(drive.code(back + "}") == "return.needs_serial");
    CHECK(drive(back + R"(,"serial":"SN-1"})")["cart"]["due_minor"] == -12900);
}

TEST_CASE("an approval by telephone is driven with its code alone")
{
    Driver drive;
    (void)drive(R"({"do":"add_product","sku":"PS01"})");
    CHECK(drive.code(R"({"do":"discount_line","line":1,"percent":20,"reason":"线头"})") == "discount.needs_approval");
    const Json phone = drive(R"({"do":"show","what":"session"})")["session"]["phone"];
    CHECK(phone["action"] == "discount.line");
    CHECK(phone["ticket"] == 1);
    CHECK(phone["amount_minor"] == 2580);
    const PhoneQuestion question{71, "discount.line", 1, Money::from_minor(2'580),
                                 phone["request"].get<std::string>().substr(0, phone_nonce_digits)};
    const std::string code{digits_of(*drive.counter.phone_key.mac_of(signed_grant(question)), phone_code_digits)};

    CHECK(drive.code(R"({"do":"approve","phone_code":"1"})") == "approval.phone_wrong");
    CHECK(drive(R"({"do":"approve","phone_code":")" + code + R"("})")["cart"]["total_minor"] == 10320);
}

TEST_CASE("what a member owes is paid back by a word of its own")
{
    Driver drive;
    drive.counter.books.profiles[0].account_limit = Money::from_minor(50'000);
    (void)drive(R"({"do":"attach_member","phone":"13800000001"})");
    (void)drive(R"({"do":"add_product","sku":"PS01"})");
    (void)drive(R"({"do":"pay","tender":"on_account","amount_minor":12900})");

    const Json paid = drive(R"({"do":"pay_account","phone":"13800000001","amount_minor":5000,"given_minor":10000})");
    CHECK(paid["payment"] == 1);
    CHECK(paid["change_minor"] == 5000);
    CHECK(paid["owed_minor"] == 7900);
    CHECK(drive.code(R"({"do":"pay_account","phone":"13800000001","amount_minor":8000})") ==
          "account.more_than_owed");
}

TEST_CASE("a family is driven by who joins whom, and leaving by who goes")
{
    Driver drive;
    (void)drive(R"({"do":"enrol_member","phone":"13800000022","name":"外婆"})");
    CHECK(drive(R"({"do":"join_family","phone":"13800000022","with":"13800000001","generation":"elder"})")["ok"] ==
          true);
    const auto asked = drive.counter.books.all<FamilyAsked>();
    REQUIRE(asked.size() == 1);
    CHECK(asked.front().with.text == "M1");
    CHECK(asked.front().generation == Generation::elder);
    CHECK(drive.code(R"({"do":"join_family","phone":"13800000022","with":"13800000001","generation":"aunt"})") ==
          "drive.bad_field");
    CHECK(drive.code(R"({"do":"join_family","phone":"13800000022","with":"13999999999","generation":"elder"})") ==
          "member.not_found");
    CHECK(drive.code(R"({"do":"leave_family","phone":"13800000001"})") == "family.in_none");
}
