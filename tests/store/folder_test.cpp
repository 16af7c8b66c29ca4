#include "terminal/store/verify_folder.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/open_till.hpp"

#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace guitai;
using namespace guitai::test;

namespace {

constexpr const char* shopify_csv{"Handle,Title,Type,Option1 Name,Option1 Value,Variant SKU,Variant Price,"
                                  "Variant Barcode,Variant Inventory Qty\n"
                                  "coat,羽绒服,外套,Size,M,COAT-M,399.00,6901234567801,3\n"
                                  "coat,,,Size,L,COAT-L,399.00,6901234567802,0\n"};

ShopPlan plan_for(const TempFolder& temp, const std::string& csv)
{
    ShopPlan plan;
    plan.store = {"S01"};
    plan.catalogue = temp.write("goods.csv", csv);
    return plan;
}

// In a process of its own, which must never return into the tests.
[[noreturn]] void sell_until_killed(OpenTill& till, int acknowledged)
{
    try {
        till.open();
        for (int count{1};; ++count) {
            till.did(sale("R" + std::to_string(count), 1, {sale_line("A1", 1, 19'900)}));
            const char byte{'.'};
            if (::write(acknowledged, &byte, 1) != 1) ::_exit(1);
        }
    } catch (...) {
        ::_exit(1);
    }
}

} // namespace

TEST_CASE("a folder without a till is refused with what to do")
{
    const TempFolder temp;

    CHECK(DataFolder::open(temp.path()).error().code == "folder.not_a_till");
    CHECK(DataFolder::open(temp / "nowhere").error().code == "folder.not_a_till");
    CHECK(verify_folder(temp.path()).error().code == "folder.not_a_till");
    CHECK(!std::filesystem::exists(temp / "lock")); // Looking leaves nothing behind.
}

TEST_CASE("certificates that vouch for the office stay with the till, and none means those of the machine")
{
    OpenTill till;
    CHECK(till.store().folder().trusted().empty());

    REQUIRE(keep_trusted(till.path(), "-----BEGIN CERTIFICATE-----\n").has_value());

    CHECK(till.store().folder().trusted() == std::filesystem::path{till.path()} / "office.pem");
    CHECK(keep_trusted(std::filesystem::path{till.path()} / "nowhere", "x").error().code == "folder.not_writable");
}

TEST_CASE("a second till on one folder is refused until the first is gone")
{
    OpenTill till;

    CHECK(DataFolder::open(till.path()).error().code == "folder.in_use");

    till.close();
    CHECK(DataFolder::open(till.path()));
}

TEST_CASE("a folder that a later program wrote is not touched")
{
    OpenTill till;
    till.store().books().connection().run(
        "INSERT INTO schema_migrations (schema, number, name) VALUES ('store', 99, 'later')");
    till.close();

    CHECK(DataFolder::open(till.path()).error().code == "folder.newer");
}

TEST_CASE("a database that is none is refused, not opened over")
{
    const TempFolder temp;
    temp.write("till.db", std::string(8'192, 'x'));

    CHECK(DataFolder::open(temp.path()).error().code == "folder.no_key");
    REQUIRE(key_for_folder(temp.path()));
    CHECK(DataFolder::open(temp.path()).error().code == "folder.damaged");
    CHECK(temp.read("till.db") == std::string(8'192, 'x'));
}

TEST_CASE("the key is made once, for its owner's eyes only")
{
    const TempFolder temp;
    const auto key = key_for_folder(temp / "till");
    REQUIRE(key);

    struct stat status {};
    REQUIRE(::stat((temp / "till/device.key").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == 0600U);
    CHECK(key_for_folder(temp / "till") == key);

    temp.write("till/device.key", "not a key\n");
    CHECK(key_for_folder(temp / "till").error().code == "folder.no_key");
}

TEST_CASE("a till that joined an office remembers which, and joins only once")
{
    const TempFolder temp;
    const Device device{71, {"S01"}, "http://127.0.0.1:8480", "0123456789abcdef", true};
    REQUIRE(create_enrolled_folder(temp / "till", device));

    CHECK(create_enrolled_folder(temp / "till", device).error().code == "folder.is_a_till");
    const auto folder = DataFolder::open(temp / "till");
    REQUIRE(folder);
    CHECK(folder->device() == device);
    CHECK(folder->key() == key_for_folder(temp / "till"));
}

TEST_CASE("a shop of its own is made from a catalogue and sells what it counted")
{
    const TempFolder temp;
    const FakeClock clock;
    std::size_t told{0};

    const auto made = make_shop(temp / "shop", plan_for(temp, shopify_csv), clock,
                                [&](std::size_t done, std::size_t all) { told = done == all ? done : 0; });

    REQUIRE(made);
    CHECK(made->items == 2);
    CHECK(made->styles == 1);
    CHECK(made->pin.size() == 6);
    CHECK(told == 2);
    const TillStore store{*DataFolder::open(temp / "shop"), clock};
    CHECK(store.catalogue().find_code("6901234567801")->price == Money::from_minor(39'900));
    CHECK(store.catalogue().search("COAT-M", 1).at(0).here == 3);
    CHECK(store.catalogue().search("COAT-L", 1).at(0).here == 0);
    CHECK(store.staff().people().at(0).name.text == "店长");
    CHECK(store.shop().till == 1);
    CHECK(!store.shop().has_office);
    CHECK(verify_folder(temp / "shop")->ok);
}

TEST_CASE("a catalogue that is refused leaves no folder")
{
    const TempFolder temp;
    const FakeClock clock;
    const std::string twice{std::string{shopify_csv} + "coat,,,Size,XL,COAT-M,399.00,,\n"};
    const auto code = [&](const ShopPlan& plan) { return make_shop(temp / "shop", plan, clock).error().code; };

    CHECK(code(plan_for(temp, twice)) == "catalogue.duplicate_sku");
    ShopPlan plan{plan_for(temp, shopify_csv)};
    plan.catalogue = temp / "nothing.csv";
    CHECK(code(plan) == "catalogue.no_file");
    plan = plan_for(temp, shopify_csv);
    plan.pin = "12";
    CHECK(code(plan) == "staff.bad_pin");
    plan = plan_for(temp, shopify_csv);
    plan.store = {};
    CHECK(code(plan) == "shop.bad_plan");
    CHECK(!std::filesystem::exists(temp / "shop"));
    CHECK(!std::filesystem::exists(temp / "shop.making"));
}

TEST_CASE("a shop is never made over something else")
{
    const TempFolder temp;
    const FakeClock clock;
    REQUIRE(make_shop(temp / "shop", plan_for(temp, shopify_csv), clock));
    CHECK(make_shop(temp / "shop", plan_for(temp, shopify_csv), clock).error().code == "folder.is_a_till");

    std::filesystem::create_directory(temp / "papers");
    temp.write("papers/letter.txt", "dear");
    CHECK(make_shop(temp / "papers", plan_for(temp, shopify_csv), clock).error().code == "folder.not_empty");
    CHECK(temp.read("papers/letter.txt") == "dear");

    std::filesystem::create_directory(temp / "empty");
    CHECK(make_shop(temp / "empty/", plan_for(temp, shopify_csv), clock));
}

TEST_CASE("a till that was killed in the middle of a write has every sale that it acknowledged")
{
    OpenTill till;
    till.close();
    int acknowledged[2]{};
    REQUIRE(::pipe(acknowledged) == 0);
    const pid_t child{::fork()};
    REQUIRE(child >= 0);
    if (child == 0) sell_until_killed(till, acknowledged[1]);
    ::close(acknowledged[1]);
    std::int64_t sold{0};
    for (char byte{0}; sold < 25 && ::read(acknowledged[0], &byte, 1) == 1;) ++sold;
    ::kill(child, SIGKILL);
    for (char byte{0}; ::read(acknowledged[0], &byte, 1) == 1;) ++sold;
    ::waitpid(child, nullptr, 0);
    ::close(acknowledged[0]);

    const auto verdict = verify_folder(till.path());
    REQUIRE(verdict);
    INFO(json_line(*verdict));
    CHECK(verdict->ok);
    till.open(); // The lock died with its holder.
    CHECK(till.store().days().counts().receipts >= sold);
    CHECK(till.store().days().counts().receipts <= sold + 1);
}

TEST_CASE("books say nothing to who has not the folder's key, and those of an older program are sealed")
{
    OpenTill till;
    till.told(MemberSet{member("M1", "13800138000", "单雪莹"), 0, 0});
    till.close();
    const auto bytes = [&] {
        std::ifstream file{till.path() / "till.db", std::ios::binary};
        return std::string{std::istreambuf_iterator<char>{file}, {}};
    };
    CHECK(bytes().find("13800138000") == std::string::npos);
    CHECK(bytes().find("单雪莹") == std::string::npos);

    REQUIRE(unseal_books(till.path()));
    CHECK(bytes().find("13800138000") != std::string::npos);
    CHECK(verify_folder(till.path())->ok); // As it is: looking changes nothing.
    CHECK(bytes().find("13800138000") != std::string::npos);

    till.open();
    CHECK(till.store().members().find("13800138000")->name == "单雪莹");
    till.close();
    CHECK(bytes().find("13800138000") == std::string::npos);

    std::filesystem::rename(till.path() / "device.key", till.path() / "elsewhere.key");
    CHECK(DataFolder::open(till.path()).error().code == "folder.no_key");
    CHECK(unseal_books(till.path()).error().code == "folder.no_key");
}

TEST_CASE("a further look at the books leaves the locks of whoever has them open")
{
    OpenTill till;
    till.told(MemberSet{member("M1", "13800138000", "单雪莹"), 0, 0});
    static_cast<void>(till.store().folder().open_reader());
    CHECK(verify_folder(till.path())->ok);

    // Another program asks for what it may not have: SQLite's bytes for sharing, from 2^30 + 2 on.
    const pid_t asker{fork()};
    if (asker == 0) {
        const int file{::open((till.path() / "till.db").c_str(), O_RDWR)};
        struct flock wanted{};
        wanted.l_type = F_WRLCK;
        wanted.l_whence = SEEK_SET;
        wanted.l_start = (1 << 30) + 2;
        wanted.l_len = 510;
        const bool asked{fcntl(file, F_GETLK, &wanted) == 0};
        _exit(asked && wanted.l_type != F_UNLCK ? 0 : 1);
    }
    int status{-1};
    REQUIRE(waitpid(asker, &status, 0) == asker);
    CHECK(WEXITSTATUS(status) == 0); // Somebody holds them.
}
