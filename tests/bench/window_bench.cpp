#include "tests/bench/window_bench.hpp"

#include "tests/bench/measure.hpp"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <poll.h>
#include <spawn.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

extern char** environ;

namespace guitai::bench {
namespace {

constexpr int patience_ms{30'000};
constexpr int starts{7};
constexpr std::chrono::seconds settle{3}; // Fonts and photographs are read in the background at first.
constexpr std::chrono::seconds idle{10};
constexpr const char* seen{"first picture"};

// A child process with one of its files on a pipe; ended when this is.
class Child {
public:
    Child(std::vector<std::string> words, int listened)
    {
        int ends[2];
        if (::pipe(ends) != 0) return;
        m_read = ends[0];
        posix_spawn_file_actions_t files;
        posix_spawn_file_actions_init(&files);
        posix_spawn_file_actions_adddup2(&files, ends[1], listened);
        posix_spawn_file_actions_addclose(&files, ends[0]);
        std::vector<char*> list;
        for (std::string& word : words) list.push_back(word.data());
        list.push_back(nullptr);
        if (::posix_spawnp(&m_process, list[0], &files, nullptr, list.data(), environ) != 0) m_process = 0;
        posix_spawn_file_actions_destroy(&files);
        ::close(ends[1]);
    }
    ~Child()
    {
        if (m_process > 0) {
            ::kill(m_process, SIGTERM);
            ::waitpid(m_process, nullptr, 0);
        }
        if (m_read >= 0) ::close(m_read);
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    [[nodiscard]] pid_t process() const { return m_process; }

    // Until `wanted` was said; false where it never is.
    [[nodiscard]] bool hears(std::string_view wanted)
    {
        std::string said;
        char bytes[512];
        pollfd ready{m_read, POLLIN, 0};
        while (m_process > 0 && ::poll(&ready, 1, patience_ms) > 0) {
            const ssize_t got{::read(m_read, bytes, sizeof bytes)};
            if (got <= 0) return false;
            said.append(bytes, static_cast<std::size_t>(got));
            if (said.find(wanted) != std::string::npos) {
                m_said = said;
                return true;
            }
        }
        return false;
    }
    [[nodiscard]] const std::string& said() const { return m_said; }

    // For this long, reading what it says so that it never waits for the pipe.
    void let_run(std::chrono::milliseconds period)
    {
        const auto end = std::chrono::steady_clock::now() + period;
        char bytes[512];
        pollfd ready{m_read, POLLIN, 0};
        for (;;) {
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
            if (left.count() <= 0) return;
            if (::poll(&ready, 1, static_cast<int>(left.count())) > 0 && ::read(m_read, bytes, sizeof bytes) <= 0) {
                ready.fd = -1; // It said its last word; what is left is waiting.
            }
        }
    }

private:
    pid_t m_process{0};
    int m_read{-1};
    std::string m_said;
};

long ticks_of(pid_t process)
{
    std::ifstream file{"/proc/" + std::to_string(process) + "/stat"};
    std::string word;
    long user{0};
    long system{0};
    for (int at{1}; at < 14 && file >> word; ++at) {
    }
    file >> user >> system;
    return user + system;
}

long resident_mb_of(pid_t process)
{
    std::ifstream status{"/proc/" + std::to_string(process) + "/status"};
    for (std::string line; std::getline(status, line);) {
        if (line.rfind("VmRSS:", 0) == 0) return std::stol(line.substr(6)) / 1'024;
    }
    return 0;
}

std::optional<double> first_picture_ms(const std::vector<std::string>& words)
{
    const Stopwatch starting;
    Child program{words, STDERR_FILENO};
    if (!program.hears(seen)) return std::nullopt;
    return starting.ms();
}

double median(std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

} // namespace

std::optional<WindowFigures> measure_window(const std::filesystem::path& program, const std::filesystem::path& data,
                                            const std::vector<std::string>& empty)
{
    std::optional<Child> display;
    if (std::getenv("DISPLAY") == nullptr) {
        const std::vector<std::string> words{"Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24"};
        display.emplace(words, STDOUT_FILENO);
        if (!display->hears("\n")) return std::nullopt;
        ::setenv("DISPLAY", (":" + display->said().substr(0, display->said().find('\n'))).c_str(), 1);
    }
    const std::vector<std::string> words{program.string(), "--data", data.string()};
    std::vector<double> tills, empties;
    for (int start{0}; start < starts; ++start) {
        const auto of_till = first_picture_ms(words);
        const auto of_empty = first_picture_ms(empty);
        if (!of_till || !of_empty) return std::nullopt;
        tills.push_back(*of_till);
        empties.push_back(*of_empty);
    }
    WindowFigures figures;
    figures.first_frame_ms = median(tills);
    figures.empty_window_ms = median(empties);

    Child till{words, STDERR_FILENO};
    if (!till.hears(seen)) return std::nullopt;
    till.let_run(settle);
    const long before{ticks_of(till.process())};
    till.let_run(idle);
    const double seconds{static_cast<double>(ticks_of(till.process()) - before) /
                         static_cast<double>(::sysconf(_SC_CLK_TCK))};
    figures.idle_percent = 100.0 * seconds / static_cast<double>(idle.count());
    figures.resident_mb = resident_mb_of(till.process());
    return figures;
}

} // namespace guitai::bench
