// A member's own pages, as her phone's browser sees them.
#include "sync/office/member_site/member_site.hpp"

#include "sync/events/carried_lease.hpp"
#include "sync/events/last_day.hpp"
#include "sync/events/password.hpp"
#include "sync/events/purse_account.hpp"
#include "sync/office/crypto.hpp"
#include "sync/office/phone_codes.hpp"
#include "sync/office/projections/member_files.hpp"
#include "sync/office/projections/orders.hpp"
#include "sync/office/projections/privacy.hpp"
#include "tests/office/benefits_desk.hpp"
#include "tests/office/console_visitor.hpp"

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

namespace {

const MemberId her{"M1"};

// Slow to make, so once.
const std::string& her_hash()
{
    static const std::string hash{hash_pin("271828")};
    return hash;
}

struct Phone {
    explicit Phone(FreshOffice& office)
        : fresh{office}, writing{*office.office}, site{renderer(), writing, office.clock},
          api{writing, office.clock, nullptr, &site}
    {
        furnish(fresh);
        fresh.do_at(1, {enrolled(her, "13912345001"), PasswordChosen{her, {her_hash(), 1'000}, {"S01"}},
                        enrolled({"M2"}, "13912345002")});
    }
    Response get(std::string target)
    {
        return api.handle(*fresh.connection, {"GET", std::move(target), {{"cookie", cookie}}, {}, false});
    }
    Response post(std::string target, std::string form)
    {
        return api.handle(*fresh.connection, {"POST", std::move(target), {{"cookie", cookie}}, std::move(form), false});
    }
    Response sign_in(const std::string& who, const std::string& password)
    {
        Response response{post("/my/sign-in", "who=" + who + "&password=" + password)};
        const std::string set{header_of(response, "Set-Cookie")};
        if (!set.empty()) cookie = set.substr(0, set.find(';'));
        return response;
    }
    Response send(const std::string& what, const std::string& form)
    {
        return post("/my/" + what, "form_token=" + token_in(get("/my/").body) + "&" + form);
    }

    FreshOffice& fresh;
    WritingAtOnce writing;
    MemberSite site;
    Api api;
    std::string cookie;
};

} // namespace

TEST_CASE("her phone and her password open her own pages, and nobody else's")
{
    on_each_engine([](FreshOffice& fresh) {
        Phone phone{fresh};
        CHECK(holds(phone.get("/my/").body, "name=\"password\""));
        CHECK(phone.sign_in("13912345001", "271828").status == 303);
        const std::string page{phone.get("/my/").body};
        CHECK(holds(page, "13912345001"));
        CHECK_FALSE(holds(page, "13912345002"));
        CHECK(accesses_of(*fresh.connection, her, 1).front().access == FileAccess::own);
        CHECK(fresh.news_of<FileAccessTold>().back().staff.empty());
    });
}

TEST_CASE("her coupon has the name of its offer on her page, and the last day on which it is good")
{
    on_each_engine([](FreshOffice& fresh) {
        set_all_benefits(fresh);
        Phone phone{fresh};
        phone.sign_in("13912345001", "271828");
        const auto coupons = coupons_of(*fresh.connection, her, "2026-11-22");
        REQUIRE(coupons.size() == 1);
        const std::string page{phone.get("/my/?lang=zh_CN").body};
        CHECK(holds(page, "迎新券"));
        CHECK(holds(page, coupons.front().code + " · 有效期至 " + last_day_before(coupons.front().valid_to)));
        CHECK(holds(phone.get("/my/?lang=en").body, "Welcome"));
        CHECK_FALSE(holds(page, "T00:00"));
    });
}

TEST_CASE("her page says what is left in her purse and what she bought, and nothing of either where there is none")
{
    on_each_engine([](FreshOffice& fresh) {
        Phone phone{fresh};
        phone.sign_in("13912345001", "271828");
        const std::string before{phone.get("/my/?lang=zh_CN").body};
        CHECK_FALSE(holds(before, "储值"));
        CHECK(holds(before, "还没有购物记录"));

        ValueLoaded load;
        load.load = 1;
        load.account = value_account(her);
        load.member = her;
        load.store = {"S01"};
        load.shift = 1;
        load.staff = {"王芳"};
        load.business_date = "2026-11-22";
        load.taken.amount = load.taken.given = Money::from_minor(123'450);
        load.lots = {{.n = 1, .account = load.account, .member = her, .unit = LotUnit::fen,
                      .lot_kind = LotKind::principal, .amount = 123'450, .earned_on = "2026-11-22",
                      .expires_on = "", .matures_on = "", .sale = load.taken.amount}};
        SaleCompleted sale{coat_sold(1, her)};
        sale.lines.front().name = "长款羽绒服";
        fresh.do_at(1, {load, sale});
        const std::string page{phone.get("/my/?lang=zh_CN").body};
        CHECK(holds(page, "¥1,234.50"));
        CHECK(holds(page, "长款羽绒服"));
        CHECK(holds(page, sale.receipt.text));
        CHECK_FALSE(holds(page, "还没有购物记录"));
    });
}

TEST_CASE("her page says what she complained of, what she was promised and the result, and not what others wrote")
{
    on_each_engine([](FreshOffice& fresh) {
        Phone phone{fresh};
        phone.sign_in("13912345001", "271828");
        CHECK_FALSE(holds(phone.get("/my/?lang=zh_CN").body, "我的投诉"));
        const std::int64_t now{fresh.office->now_ms()};
        const ComplaintId complaint{"C1-000001"};
        fresh.do_at(1, {ComplaintOpened{her, {complaint, ComplaintMatter::goods, "袖口开线", {}, now, {"S01"}, {"王芳"}}},
                        ComplaintAnswered{her, complaint, {ComplaintDuty::call, "她很生气，要小心", now, {"S01"}, {"王芳"}}},
                        ComplaintAnswered{her, complaint, {ComplaintDuty::result, "换了一件新的", now, {"S01"}, {"王芳"}}}});
        const std::string page{phone.get("/my/?lang=zh_CN").body};
        CHECK(holds(page, "袖口开线"));
        CHECK(holds(page, "换了一件新的"));
        CHECK_FALSE(holds(page, "她很生气"));
    });
}

TEST_CASE("a wrong password, a stranger and somebody without a password are answered alike")
{
    on_each_engine([](FreshOffice& fresh) {
        Phone phone{fresh};
        const Response wrong{phone.sign_in("13912345001", "000001")};
        CHECK(wrong.status == 403);
        CHECK(phone.sign_in("13912345009", "271828").status == 403);
        CHECK(phone.sign_in("13912345002", "271828").status == 403);
        CHECK(phone.cookie.empty());
        CHECK(holds(phone.sign_in("<b>", "1").body, "&lt;b&gt;"));
    });
}

TEST_CASE("five wrong passwords shut her pages for ten minutes, and the tills hear of each")
{
    on_each_engine([](FreshOffice& fresh) {
        Phone phone{fresh};
        for (int i{0}; i < 5; ++i) CHECK(phone.sign_in("13912345001", "000001").status == 403);
        CHECK(phone.sign_in("13912345001", "271828").status == 429);
        CHECK(fresh.news_of<FileAccessTold>().size() == 5);
        fresh.clock.at_ms += password_lock_ms;
        CHECK(phone.sign_in("13912345001", "271828").status == 303);
    });
}

TEST_CASE("a clock of the head office that was set back does not shut her pages for longer")
{
    on_each_engine([](FreshOffice& fresh) {
        Phone phone{fresh};
        for (int i{0}; i < 5; ++i) CHECK(phone.sign_in("13912345001", "000001").status == 403);
        CHECK(phone.sign_in("13912345001", "271828").status == 429);
        fresh.clock.at_ms -= 2 * password_lock_ms;
        CHECK(phone.sign_in("13912345001", "271828").status == 303);
    });
}

TEST_CASE("a session ends after half an hour, and when she leaves")
{
    on_each_engine([](FreshOffice& fresh) {
        Phone phone{fresh};
        phone.sign_in("13912345001", "271828");
        phone.send("sign-out", "x=1");
        CHECK_FALSE(holds(phone.get("/my/").body, "13912345001"));
        phone.sign_in("13912345001", "271828");
        fresh.clock.at_ms += member_session_ms + 1;
        CHECK_FALSE(holds(phone.get("/my/").body, "13912345001"));
    });
}

TEST_CASE("no other site can send a form of hers")
{
    on_each_engine([](FreshOffice& fresh) {
        Phone phone{fresh};
        phone.sign_in("13912345001", "271828");
        CHECK(phone.post("/my/ask", "form_token=0&wish=erasure").status == 403);
        CHECK(open_wishes(*fresh.connection).empty());
        CHECK(phone.post("/my/nothing", "form_token=" + token_in(phone.get("/my/").body)).status == 404);
    });
}

TEST_CASE("what she agrees to at home holds at every counter, and counts when she said it twice")
{
    on_each_engine([](FreshOffice& fresh) {
        Phone phone{fresh};
        phone.sign_in("13912345001", "271828");
        phone.send("consent", "purpose=offers&channel=sms&answer=confirmed"); // Too early.
        CHECK(consents_of(*fresh.connection, her).empty());
        phone.send("consent", "purpose=offers&channel=sms&answer=yes");
        phone.send("consent", "purpose=offers&channel=sms&answer=confirmed");
        CHECK(consents_of(*fresh.connection, her).front().consent.answer == ConsentAnswer::confirmed);
        phone.send("consent", "purpose=offers&channel=sms&answer=no");
        CHECK(fresh.news_of<ConsentTold>().back().consent.answer == ConsentAnswer::no);
        CHECK(phone.send("consent", "purpose=gold&channel=sms&answer=no").status == 422);
    });
}

TEST_CASE("a password changed on her phone holds in every shop")
{
    on_each_engine([](FreshOffice& fresh) {
        Phone phone{fresh};
        phone.sign_in("13912345001", "271828");
        CHECK(holds(header_of(phone.send("password", "old_password=271828&password=314159&again=314158"), "Location"),
                    "my.not_the_same"));
        CHECK(holds(header_of(phone.send("password", "old_password=271828&password=123456&again=123456"), "Location"),
                    "password.weak"));
        CHECK(holds(header_of(phone.send("password", "old_password=000001&password=314159&again=314159"), "Location"),
                    "my.wrong"));
        phone.send("password", "old_password=271828&password=314159&again=314159");
        const auto told = fresh.news_of<PasswordTold>();
        CHECK(pin_matches(told.back().password.hash, "314159"));
        CHECK(phone.sign_in("13912345001", "271828").status == 403);
        CHECK(phone.sign_in("13912345001", "314159").status == 303);
    });
}

TEST_CASE("she follows her order, and changes its address until it is on its way")
{
    on_each_engine([](FreshOffice& fresh) {
        Phone phone{fresh};
        const OrderPlaced order{coat_ordered(1, her)};
        const OrderPlaced other{coat_ordered(2, {"M2"})};
        fresh.do_at(1, {order, other});
        phone.sign_in("13912345001", "271828");
        CHECK(holds(phone.get("/my/").body, order.order.text));
        CHECK_FALSE(holds(phone.get("/my/").body, other.order.text));
        phone.send("address", "order=" + order.order.text + "&address=" + escaped("黄山市屯溪区"));
        CHECK(find_order(*fresh.connection, order.order)->placed.recipient.address == "黄山市屯溪区");
        CHECK(phone.send("address", "order=" + other.order.text + "&address=x").status == 404);

        fresh.say(OrderAccepted{order.order, {"W01"}, "2026-11-25"});
        fresh.say(OrderShipped{order.order, "顺丰", "SF1", 1});
        CHECK(holds(header_of(phone.send("address", "order=" + order.order.text + "&address=x"), "Location"),
                    "my.address_too_late"));
        CHECK(find_order(*fresh.connection, order.order)->placed.recipient.address == "黄山市屯溪区");
        CHECK(holds(phone.get("/my/").body, "SF1"));
    });
}

TEST_CASE("she asks for a copy and for her erasure, each once")
{
    on_each_engine([](FreshOffice& fresh) {
        Phone phone{fresh};
        phone.sign_in("13912345001", "271828");
        phone.send("ask", "wish=copy");
        phone.send("ask", "wish=erasure");
        CHECK(open_wishes(*fresh.connection).size() == 2);
        const std::string page{phone.get("/my/").body};
        CHECK_FALSE(holds(page, "value=\"copy\""));
        CHECK(phone.send("ask", "wish=gold").status == 422);
    });
}

TEST_CASE("her pages are kept by no cache and framed by nobody, in both languages")
{
    on_each_engine([](FreshOffice& fresh) {
        Phone phone{fresh};
        phone.sign_in("13912345001", "271828");
        const Response page{phone.get("/my/?lang=en")};
        CHECK(header_of(page, "Cache-Control") == "no-store");
        CHECK(holds(header_of(page, "Content-Security-Policy"), "frame-ancestors 'none'"));
        CHECK_FALSE(holds(header_of(page, "Content-Security-Policy"), "script-src")); // They run none.
        CHECK(holds(page.body, "Who saw your data"));
        CHECK(holds(phone.get("/my/?lang=zh_CN").body, "谁看过我的资料"));
    });
}

TEST_CASE("the code of a till without a line leads through her password to a code for it, and not for a stranger")
{
    on_each_engine([](FreshOffice& fresh) {
        Phone phone{fresh};
        fresh.say(PhoneKeySet{1, "sealed for till 1"});
        fresh.say(PointsPosted{her, 500, "2027-12-31", PointsReason::imported, "", office_origin, 0, {}});
        fresh.do_at(1, {TillStarted{"n1", "test"}});
        const auto armed = fresh.news_of<TillArmed>().back();
        const CarriedQuestion asked{1, armed.epoch, armed.generation, 1, her.text, 120};
        const std::string text{carried_text(carried_question_mark, words_of(asked))};
        const std::string code{with_signature(text, *signed_for_till(*fresh.office, 1, text))};

        // The browser keeps her session for /my alone.
        CHECK(header_of(phone.get("/MY/L/" + code), "Location") == "/my/L/" + code);
        CHECK(holds(phone.get("/my/L/" + code).body, "name=\"lease\" value=\"" + code));
        const Response entered{phone.post("/my/sign-in", "who=13912345001&password=271828&lease=" + code)};
        CHECK(header_of(entered, "Location") == "/my/L/" + code);
        phone.sign_in("13912345001", "271828");
        CHECK(holds(phone.get("/my/L/" + code).body, "<strong>120</strong>"));
        CHECK(holds(phone.send("lease", "question=" + code).body, "data-code=\"GTA1."));
        CHECK(fresh.news_of<LeaseGranted>().back().lots.at(0).amount == 120);
        CHECK(phone.get("/my/L/GTQ1.<b>.A").status == 404);
        CHECK(phone.send("lease", "question=GTQ1.A.A").status == 409);
        const Response elsewhere{
            phone.post("/my/sign-in", "who=13912345001&password=271828&lease=//other.example")};
        CHECK(header_of(elsewhere, "Location") == "/my/");
    });
}
