// Promotion forms: into the books, to the tills, onto the console.
#include "sync/office/promotions.hpp"

#include "sync/journal/verify.hpp"
#include "sync/office/commands/imports.hpp"
#include "sync/office/projections/promotion_forms.hpp"
#include "sync/office/schema/schema.hpp"
#include "tests/office/console_visitor.hpp"

#include <fmt/format.h>

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

namespace {

constexpr std::string_view coat_300{
    R"({"id":"M300-40","name":{"zh_CN":"满300减40","en":"40 off from 300"},"kind":"order",)"
    R"("steps":[{"amount_minor":30000,"off":{"amount_minor":4000}}]})"};
constexpr std::string_view coat_1000{
    R"({"id":"M1000","name":{"zh_CN":"满1000减200","en":"200 off from 1000"},"kind":"order",)"
    R"("steps":[{"amount_minor":100000,"off":{"amount_minor":20000}}]})"};
constexpr std::string_view coupon_50{
    R"({"id":"C50","name":{"zh_CN":"减50券","en":"Coupon 50"},"kind":"order","code":true,)"
    R"("steps":[{"amount_minor":30000,"off":{"amount_minor":5000}}]})"};
constexpr std::string_view gold_half{
    R"({"id":"GOLD","name":{"zh_CN":"金卡五折","en":"Gold half price"},"kind":"unit","class":"price",)"
    R"("who":{"tiers":["gold"]},"off":{"percent":50}})"};

std::string form(std::int64_t revision, std::string_view promotions = coat_300, std::string_view currency = "CNY")
{
    return fmt::format(
        R"({{"format":"guitai.promotions","version":1,"revision":{},"currency":"{}","promotions":[{}]}})", revision,
        currency, promotions);
}

// "code detail" of the refusal; empty where the form was taken.
std::string refusal_of(FreshOffice& fresh, const std::string& text)
{
    const auto imported = import_promotions(*fresh.office, text);
    return imported ? std::string{} : imported.error().code + " " + imported.error().detail;
}

// One answer of the feed holds no more than one or two parts.
std::vector<PromotionsSet> parts_heard(FreshOffice& fresh)
{
    std::vector<PromotionsSet> parts;
    std::int64_t cursor{0};
    for (auto news = fresh.news(cursor); !news.empty(); news = fresh.news(cursor)) {
        for (const Event& event : news) {
            if (const auto* part = std::get_if<PromotionsSet>(&event.body)) parts.push_back(*part);
            cursor = event.number;
        }
    }
    return parts;
}

// At a browser, signed in as head office, with the token of that session.
struct Desk {
    explicit Desk(FreshOffice& fresh, Role role = Role::office) : visitor{fresh}
    {
        hire(fresh, "赵总", role);
        visitor.sign_in("赵总", "1357");
        token = token_in(visitor.get("/console/promotions").body);
    }

    Response post(const std::string& step, std::vector<std::pair<std::string, std::string>> fields)
    {
        fields.insert(fields.begin(), {"form_token", token});
        return visitor.post_parts("/console/promotions/" + step, fields);
    }

    std::string preview(std::vector<std::pair<std::string, std::string>> fields)
    {
        fields.emplace_back("store", "S01");
        return post("preview?lang=en", std::move(fields)).body;
    }

    Visitor visitor;
    std::string token;
};

bool totals(const std::string& page, std::string_view amount)
{
    return holds(page, fmt::format("id=\"total\">{}<", amount));
}

} // namespace

TEST_CASE("a form goes down to the tills and is kept as it was written")
{
    on_each_engine([](FreshOffice& fresh) {
        const std::string text{form(7)};

        const auto imported = import_promotions(*fresh.office, text);

        REQUIRE(imported.has_value());
        CHECK(imported->summary == "1 promotions, revision 7: in force");
        const auto heard = fresh.news_of<PromotionsSet>();
        REQUIRE(heard.size() == 1);
        CHECK(heard[0] == PromotionsSet{7, 1, 1, text});
        CHECK(newest_revision(*fresh.connection) == 7);
        CHECK(promotion_text(*fresh.connection, 7) == text);
        CHECK(promotion_revisions(*fresh.connection, 5)[0].actor == "guitai-office");
    });
}

TEST_CASE("the same form once more is nothing new, an older or another one of that revision is refused")
{
    on_each_engine([](FreshOffice& fresh) {
        REQUIRE(refusal_of(fresh, form(7)).empty());

        CHECK(import_promotions(*fresh.office, form(7))->summary == "1 promotions, revision 7: nothing new");
        CHECK(refusal_of(fresh, form(7, coupon_50)) ==
              "promotions.old_revision revision 7 is not above 7, the newest here");
        CHECK(refusal_of(fresh, form(6)) == "promotions.old_revision revision 6 is not above 7, the newest here");
        CHECK(refusal_of(fresh, form(8, coupon_50)).empty());

        CHECK(fresh.news_of<PromotionsSet>().size() == 2);
        CHECK(promotion_text(*fresh.connection, 7) == form(7)); // Returns still need it.
    });
}

TEST_CASE("a form with one wrong place is refused whole, and the place is named")
{
    on_each_engine([](FreshOffice& fresh) {
        const std::string bad{
            R"({"id":"X","name":{"zh_CN":"甲","en":"A"},"kind":"unit","off":{"percent":120}})"};
        const std::string issue{
            R"({"id":"X","name":{"zh_CN":"甲","en":"A"},"kind":"issue","min_amount_minor":0,)"
            R"("coupon":"NONE","valid_days":30})"};

        CHECK(refusal_of(fresh, form(1, fmt::format("{},{}", coat_300, bad))) ==
              "promotion.bad_value promotions[1].off.percent");
        CHECK(refusal_of(fresh, form(1, fmt::format("{},{}", coat_300, issue))) ==
              "promotion.no_such_coupon promotions[1].coupon");
        CHECK(refusal_of(fresh, form(1, coat_300, "USD")).rfind("promotions.other_currency", 0) == 0);
        CHECK(refusal_of(fresh, "{").rfind("document.unreadable", 0) == 0);
        CHECK(refusal_of(fresh, std::string(promotion_form_bytes_max + 1, ' ')).rfind("promotions.too_large", 0) == 0);

        CHECK(fresh.news_of<PromotionsSet>().empty());
        CHECK(newest_revision(*fresh.connection) == 0);
    });
}

TEST_CASE("a long form travels in parts that are cut between characters")
{
    on_each_engine([](FreshOffice& fresh) {
        std::string many;
        for (int count{0}; count < 4'000; ++count) {
            many += fmt::format(
                R"({}{{"id":"P{}","name":{{"zh_CN":"全场满三百元立减四十元活动","en":"A"}},"kind":"order",)"
                R"("steps":[{{"amount_minor":30000,"off":{{"amount_minor":4000}}}}]}})",
                count == 0 ? "" : ",", count);
        }
        const std::string text{form(1, many)};
        REQUIRE(text.size() > 2 * promotion_part_bytes_max);

        REQUIRE(refusal_of(fresh, text).empty());

        const auto heard = parts_heard(fresh);
        std::string whole;
        for (const PromotionsSet& part : heard) {
            CHECK(part.parts == std::ssize(heard));
            CHECK(part.text.size() <= promotion_part_bytes_max);
            CHECK((static_cast<unsigned char>(part.text.front()) & 0xC0U) != 0x80U);
            whole += part.text;
        }
        // Not compared by CHECK itself, which would print half a megabyte.
        const bool is_whole{whole == text};
        CHECK(is_whole);
        const bool is_kept{promotion_text(*fresh.connection, 1) == text};
        CHECK(is_kept);
        const MakeSchema make_schema{[](database::Connection& empty) { REQUIRE(migrate_books(empty).has_value()); }};
        CHECK(verify(*fresh.connection, make_schema, make_projections).ok);
    });
}

TEST_CASE("a form of which a part is missing is not in force")
{
    on_each_engine([](FreshOffice& fresh) {
        REQUIRE(refusal_of(fresh, form(1)).empty());

        fresh.say(PromotionsSet{2, 1, 2, "{\"format\""});

        CHECK(newest_revision(*fresh.connection) == 1);
        CHECK_FALSE(promotion_text(*fresh.connection, 2));
        CHECK_FALSE(promotion_text(*fresh.connection, 3));
    });
}

TEST_CASE("the head office brings a form in by hand, and sees what is in force in its language")
{
    on_each_engine([](FreshOffice& fresh) {
        Desk desk{fresh};

        const Response done{desk.post("import", {{"draft", form(1)}})};

        CHECK(header_of(done, "Location") == "/console/promotions?done=in_force");
        CHECK(promotion_revisions(*fresh.connection, 5)[0].actor == "赵总");
        CHECK(holds(desk.visitor.get("/console/promotions?lang=en").body, "40 off from 300"));
        const std::string page{desk.visitor.get("/console/promotions?lang=zh_CN").body};
        CHECK(holds(page, "满300减40"));
        CHECK(holds(page, "所有顾客"));
        CHECK(header_of(desk.post("import", {{"draft", form(1)}}), "Location") ==
              "/console/promotions?done=nothing_new");
    });
}

TEST_CASE("a file goes before what was pasted, and a pasted one keeps its line breaks")
{
    on_each_engine([](FreshOffice& fresh) {
        Desk desk{fresh};

        CHECK(desk.post("import", {{"draft", "old"}, {"file", form(1)}}).status == 303);
        CHECK(desk.post("import", {{"draft", form(2) + "\r\n"}, {"file", ""}}).status == 303);

        CHECK(promotion_text(*fresh.connection, 1) == form(1));
        CHECK(promotion_text(*fresh.connection, 2) == form(2) + "\n");
    });
}

TEST_CASE("a form that is refused on the console stands there again with the place of its fault")
{
    on_each_engine([](FreshOffice& fresh) {
        Desk desk{fresh};
        std::string wrong{form(1)};
        wrong.replace(wrong.find("30000"), 5, "\"300\"");

        const Response refused{desk.post("import", {{"draft", wrong}})};

        CHECK(refused.status == 422);
        CHECK(holds(refused.body, "promotions[0].steps[0].amount_minor"));
        CHECK(holds(refused.body, "&quot;300&quot;"));
        CHECK(newest_revision(*fresh.connection) == 0);
        CHECK(desk.visitor.post("/console/promotions/import", "form_token=guess&draft=" + escaped(form(1))).status ==
              403);
        CHECK(newest_revision(*fresh.connection) == 0);
    });
}

TEST_CASE("an owner looks at promotions and tries carts, but brings none in; a privacy officer sees none")
{
    on_each_engine([](FreshOffice& fresh) {
        REQUIRE(refusal_of(fresh, form(1)).empty());
        Desk desk{fresh, Role::owner};

        CHECK(totals(desk.preview({{"cart", "COAT-M"}}), "¥359.00"));
        CHECK_FALSE(holds(desk.visitor.get("/console/promotions").body, "promotions/import"));
        CHECK(desk.post("import", {{"draft", form(2)}}).status == 403);
        CHECK(newest_revision(*fresh.connection) == 1);
        hire(fresh, "隐私", Role::privacy);
        Visitor other{fresh};
        other.sign_in("隐私", "1357");
        CHECK(other.get("/console/promotions").status == 403);
        const std::string theirs{token_in(other.get("/console/service").body)};
        CHECK(other.post_parts("/console/promotions/preview", {{"form_token", theirs}, {"cart", "COAT-M"}}).status ==
              403);
    });
}

TEST_CASE("a cart is priced as the tills would, with every reason and what a little more would bring")
{
    on_each_engine([](FreshOffice& fresh) {
        REQUIRE(refusal_of(fresh, form(1, fmt::format("{},{},{}", coat_300, coat_1000, coupon_50))).empty());
        Desk desk{fresh};

        const std::string page{desk.preview({{"cart", "COAT-M\r\nCOAT-L 1\r\n"}})};
        const std::string near{desk.preview({{"cart", "COAT-M 2"}, {"draft", form(9, coat_1000)}})};

        CHECK(totals(page, "¥758.00"));
        CHECK(holds(page, "40 off from 300: ¥798.00 reached, share ¥20.00"));
        CHECK(holds(near, "¥202.00 more and 200 off from 1000 saves ¥200.00"));
        CHECK(holds(page, "below the threshold"));
        CHECK(holds(page, "COAT-M\r\nCOAT-L 1")); // What was typed is still there.
    });
}

TEST_CASE("a cart is priced with coupons, with a member, at another time and with a draft")
{
    on_each_engine([](FreshOffice& fresh) {
        const std::string until{
            R"({"id":"SALE","name":{"zh_CN":"特卖","en":"Sale"},"kind":"unit","off":{"percent":10},)"
            R"("when":{"to":"2026-11-11T00:00"}})"};
        REQUIRE(refusal_of(fresh, form(1, fmt::format("{},{},{}", coupon_50, gold_half, until))).empty());
        Desk desk{fresh};

        CHECK(totals(desk.preview({{"cart", "COAT-M"}}), "¥399.00"));
        CHECK(totals(desk.preview({{"cart", "COAT-M"}, {"coupons", "C50"}}), "¥349.00"));
        CHECK(totals(desk.preview({{"cart", "COAT-M 2"}, {"tier", "gold"}}), "¥399.00"));
        CHECK(totals(desk.preview({{"cart", "COAT-M 2"}, {"member", "yes"}}), "¥798.00"));
        CHECK(totals(desk.preview({{"cart", "COAT-M"}, {"moment", "2026-11-10T23:59"}}), "¥359.10"));
        CHECK(totals(desk.preview({{"cart", "COAT-M"}, {"draft", form(9)}}), "¥359.00"));
        CHECK(newest_revision(*fresh.connection) == 1); // A draft that is tried is not in force.
    });
}

TEST_CASE("a cart that can not be priced is told what is wrong with it")
{
    on_each_engine([](FreshOffice& fresh) {
        REQUIRE(refusal_of(fresh, form(1)).empty());
        Desk desk{fresh};
        const auto complains = [&desk](std::vector<std::pair<std::string, std::string>> fields,
                                       std::string_view about) {
            const std::string page{desk.preview(std::move(fields))};
            return holds(page, "role=\"alert\"") && holds(page, about) && !holds(page, "id=\"result\"");
        };

        CHECK(complains({{"cart", " "}}, "nothing in the cart"));
        CHECK(complains({{"cart", "COAT-M 1\nHAT 2"}}, "No such SKU: HAT"));
        for (const char* quantity : {"0", "-1", "0.5", "999999999"}) {
            CHECK(complains({{"cart", fmt::format("COAT-M {}", quantity)}}, "alert"));
        }
        CHECK(complains({{"cart", "COAT-M"}, {"moment", "tomorrow"}}, "no date and time: tomorrow"));
        CHECK(complains({{"cart", "COAT-M"}, {"birthday", "13-40"}}, "no birthday"));
        CHECK(complains({{"cart", "COAT-M"}, {"coupons", "M300-40"}}, "takes a coupon: M300-40"));
        CHECK(complains({{"cart", "COAT-M"}, {"draft", "{}"}}, "no promotion form"));
    });
}

TEST_CASE("an older revision is looked at, and a coupon is found by its code")
{
    on_each_engine([](FreshOffice& fresh) {
        REQUIRE(refusal_of(fresh, form(1)).empty());
        REQUIRE(refusal_of(fresh, form(2, coupon_50)).empty());
        SaleCompleted sale{coat_sold()};
        sale.coupons_used = {{"ABC-1", "C50", {}, {}}};
        fresh.do_at(1, {sale});
        Desk desk{fresh};

        CHECK_FALSE(holds(desk.visitor.get("/console/promotions").body, "M300-40"));
        CHECK(holds(desk.visitor.get("/console/promotions?revision=1").body, "M300-40"));
        CHECK(holds(desk.visitor.get("/console/promotions?q=ABC-1").body, sale.receipt.text));
        CHECK(holds(desk.visitor.get("/console/promotions?q=ABC-2&lang=en").body, "No ticket has named"));
    });
}

TEST_CASE("every promotion and every coupon on the console speaks no HTML")
{
    on_each_engine([](FreshOffice& fresh) {
        std::string text{form(1)};
        text.replace(text.find("满300减40"), std::string_view{"满300减40"}.size(), "<script>1</script>");
        REQUIRE(refusal_of(fresh, text).empty());
        Desk desk{fresh};

        CHECK_FALSE(holds(desk.visitor.get("/console/promotions?lang=zh_CN&q=%3Cscript%3E").body, "<script>"));
        CHECK_FALSE(holds(desk.post("preview?lang=zh_CN", {{"cart", "COAT-M"}, {"store", "S01"}}).body, "<script>"));
    });
}
