#include "sync/client/picture_fetch.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/loopback_server.hpp"
#include "tests/support/temp_folder.hpp"

#include <algorithm>
#include <atomic>
#include <semaphore>

using namespace guitai;
using test::LoopbackServer;

namespace {

const std::string jpeg{"\xFF\xD8\xFF\xE0 as good as a photograph"};

struct TurnedClock final : Clock {
    std::atomic<std::int64_t> at_ms{1'000'000};
    [[nodiscard]] std::int64_t now_ms() const override { return at_ms; }
};

// A fetcher over a folder of its own; `next` waits for the next answer.
struct Fetcher {
    explicit Fetcher(PictureLimits limits = {})
        : fetch{folder / "fetched", clock,
                [this](const PictureFetch::Answer& answer) {
                    const std::lock_guard lock{mutex};
                    answers.push_back(answer);
                    there.release();
                },
                limits}
    {
    }
    PictureFetch::Answer next()
    {
        there.acquire();
        const std::lock_guard lock{mutex};
        const PictureFetch::Answer first{answers.front()};
        answers.pop_front();
        return first;
    }
    PictureFetch::Answer ask(const std::string& address)
    {
        fetch.want(address);
        return next();
    }
    [[nodiscard]] std::vector<std::string> files() const
    {
        std::vector<std::string> names;
        std::error_code none;
        for (const auto& entry : std::filesystem::recursive_directory_iterator{folder.path(), none})
            if (entry.is_regular_file()) names.push_back(entry.path().filename().string());
        std::sort(names.begin(), names.end());
        return names;
    }

    test::TempFolder folder;
    TurnedClock clock;
    std::mutex mutex;
    std::deque<PictureFetch::Answer> answers;
    std::counting_semaphore<> there{0};
    PictureFetch fetch; // Last: its threads use what stands above.
};

std::string content(const std::filesystem::path& file)
{
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

} // namespace

TEST_CASE("a picture that a catalogue names by address is fetched once and stands in the folder", "[client][pictures]")
{
    LoopbackServer server{{{"/files/coat.jpg?v=16", LoopbackServer::answer("200 OK", jpeg)}}};
    Fetcher fetcher;
    const std::string address{server.url("/files/coat.jpg?v=16")};

    const PictureFetch::Answer answer{fetcher.ask(address)};

    CHECK(answer.arrived);
    CHECK(answer.address == address);
    CHECK(content(fetcher.fetch.file_of(address)) == jpeg);
    CHECK(fetcher.files().size() == 1);
    CHECK(server.asked_for("/files/coat.jpg?v=16") == 1);
}

TEST_CASE("what is there already is not fetched again", "[client][pictures]")
{
    LoopbackServer server{{{"/coat.jpg", LoopbackServer::answer("200 OK", jpeg)},
                           {"/next.jpg", LoopbackServer::answer("200 OK", jpeg)}}};
    Fetcher fetcher{{.at_once = 1}};
    (void)fetcher.ask(server.url("/coat.jpg"));

    fetcher.fetch.want(server.url("/coat.jpg"));
    const PictureFetch::Answer answer{fetcher.ask(server.url("/next.jpg"))};

    CHECK(answer.address == server.url("/next.jpg"));
    CHECK(server.asked_for("/coat.jpg") == 1);
}

TEST_CASE("no address of a catalogue writes outside the folder or reads this machine's files", "[client][pictures]")
{
    LoopbackServer server{{{"/last.jpg", LoopbackServer::answer("200 OK", jpeg)},
                           {"/../../../evil.jpg", LoopbackServer::answer("200 OK", jpeg)},
                           {"/away.jpg", LoopbackServer::answer("302 Found", {}, "Location: file:///etc/passwd\r\n")}}};
    Fetcher fetcher{{.at_once = 1}};
    for (const char* bad : {"file:///etc/passwd", "FILE:///etc/passwd", "/etc/passwd", "../../evil.jpg", "coat.jpg",
                            "ftp://127.0.0.1/coat.jpg", "gopher://127.0.0.1/", "dict://127.0.0.1/", "http://", "",
                            "javascript:alert(1)", "data:image/png;base64,AAAA"})
        fetcher.fetch.want(bad);

    const PictureFetch::Answer redirected{fetcher.ask(server.url("/away.jpg"))};
    fetcher.fetch.want(server.url("/../../../evil.jpg"));
    const PictureFetch::Answer dots{fetcher.next()};
    const PictureFetch::Answer last{fetcher.ask(server.url("/last.jpg"))};

    CHECK_FALSE(redirected.arrived);
    CHECK(last.arrived);
    for (const std::string& name : fetcher.files()) CHECK(name.ends_with(".picture"));
    for (const std::string& address : {dots.address, last.address}) {
        const std::filesystem::path file{fetcher.fetch.file_of(address)};
        CHECK(file.parent_path() == fetcher.folder / "fetched");
        CHECK(file.filename().string().size() == std::string_view{"0123456789abcdef0123456789abcdef.picture"}.size());
    }
    CHECK_FALSE(std::filesystem::exists(fetcher.folder.path().parent_path() / "evil.jpg"));
}

TEST_CASE("what is no picture, too large or missing leaves nothing behind", "[client][pictures]")
{
    LoopbackServer server{{{"/page", LoopbackServer::answer("200 OK", "<html>Not found</html>")},
                           {"/huge.jpg", LoopbackServer::answer("200 OK", jpeg + std::string(200'000, 'x'))},
                           {"/half.jpg", "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + jpeg},
                           {"/endless.jpg", "HTTP/1.1 200 OK\r\n\r\n" + jpeg + std::string(200'000, 'x')}}};
    Fetcher fetcher{{.bytes_max = 100'000}};

    for (const char* path : {"/page", "/huge.jpg", "/half.jpg", "/endless.jpg", "/missing.jpg"}) {
        const PictureFetch::Answer answer{fetcher.ask(server.url(path))};

        CHECK_FALSE(answer.arrived);
        CHECK_FALSE(answer.why.empty());
    }
    CHECK(fetcher.files().empty());
}

TEST_CASE("a failure is remembered, and tried again later and later", "[client][pictures]")
{
    LoopbackServer server{{{"/other.jpg", LoopbackServer::answer("200 OK", jpeg)}}};
    const PictureLimits limits{.at_once = 1};
    Fetcher fetcher{limits};
    const std::string late{server.url("/late.jpg")};
    (void)fetcher.ask(late);

    fetcher.fetch.want(late); // At once: not asked again.
    fetcher.clock.at_ms += limits.picture_first_ms;
    (void)fetcher.ask(late);
    fetcher.clock.at_ms += limits.picture_first_ms;
    fetcher.fetch.want(late); // The second wait is longer.
    (void)fetcher.ask(server.url("/other.jpg"));
    const int asked{server.asked_for("/late.jpg")};
    server.put("/late.jpg", LoopbackServer::answer("200 OK", jpeg));
    fetcher.clock.at_ms += limits.picture_first_ms;
    const PictureFetch::Answer answer{fetcher.ask(late)};

    CHECK(asked == 2);
    CHECK(answer.arrived);
}

TEST_CASE("a host that is away is left alone for a while, with all its pictures", "[client][pictures]")
{
    std::string gone;
    {
        const LoopbackServer closed;
        gone = closed.url("/");
    }
    const PictureLimits limits{.at_once = 1};
    Fetcher fetcher{limits};
    const PictureFetch::Answer first{fetcher.ask(gone + "1.jpg")};

    for (int i{2}; i < 20; ++i) fetcher.fetch.want(gone + std::to_string(i) + ".jpg");
    fetcher.clock.at_ms += limits.host_first_ms;
    const PictureFetch::Answer later{fetcher.ask(gone + "99.jpg")};

    CHECK_FALSE(first.arrived);
    CHECK(later.address == gone + "99.jpg");
}

TEST_CASE("a full folder loses its oldest pictures", "[client][pictures]")
{
    LoopbackServer server;
    Fetcher fetcher{{.at_once = 1, .folder_bytes_max = 10'000}};
    for (int i{0}; i < 12; ++i) {
        const std::string path{"/" + std::to_string(i)};
        server.put(path, LoopbackServer::answer("200 OK", jpeg + std::string(2'000, 'x')));
        CHECK(fetcher.ask(server.url(path)).arrived);
    }

    CHECK(fetcher.files().size() < 5);
    CHECK(fetcher.files().size() > 2);
    CHECK(std::filesystem::exists(fetcher.fetch.file_of(server.url("/11"))));
}
