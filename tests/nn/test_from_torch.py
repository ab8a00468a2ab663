"""Modules of PyTorch as networks: the same outputs, what is taken over, what is refused."""

import copy

import numpy as np
import pytest

from fastact import nn

torch = pytest.importorskip("torch")
t = torch.nn

LIMITS = {np.float32: 1e-5, np.float64: 1e-12}  # of the largest number that goes out
TYPES = {np.float32: torch.float32, np.float64: torch.float64}
DTYPES = pytest.mark.parametrize("dtype", LIMITS, ids=lambda dtype: dtype.__name__)


def outputs(module, x):
    """What a module gives at inference."""
    copied = copy.deepcopy(module).eval()
    with torch.no_grad():
        return copied(torch.from_numpy(x)).numpy()


def shaken(module, seed=0):
    """A module with other parameters and running statistics than those at the start."""
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for parameter in module.parameters():
            parameter.add_(0.3 * torch.randn(parameter.shape, generator=generator).to(parameter.dtype))
        for name, buffer in module.named_buffers():
            if name.endswith("running_mean"):
                buffer.copy_(torch.randn(buffer.shape, generator=generator))
            elif name.endswith("running_var"):
                buffer.copy_(0.2 + torch.rand(buffer.shape, generator=generator))
    return module


def assert_same_outputs(module, x, input_shape=None, limit=None):
    net, wanted = nn.Network.from_torch(module, input_shape), outputs(module, x)
    found = net.forward(x)
    assert found.dtype == wanted.dtype
    limit = (limit or LIMITS[x.dtype.type]) * max(1.0, float(np.abs(wanted).max()))
    np.testing.assert_allclose(found, wanted, rtol=0, atol=limit)
    return net


# ---- each module ------------------------------------------------------------------------------------------------------------

ACTIVATIONS = {
    "CELU()": t.CELU(),
    "CELU(0.3)": t.CELU(0.3),
    "ELU()": t.ELU(),
    "ELU(2.5)": t.ELU(2.5),
    "GELU()": t.GELU(),
    "GELU('tanh')": t.GELU("tanh"),
    "GLU()": t.GLU(),
    "Hardshrink()": t.Hardshrink(),
    "Hardshrink(1.5)": t.Hardshrink(1.5),
    "Hardsigmoid()": t.Hardsigmoid(),
    "Hardswish()": t.Hardswish(),
    "Hardtanh()": t.Hardtanh(),
    "Hardtanh(-0.5, 2)": t.Hardtanh(-0.5, 2),
    "Identity()": t.Identity(),
    "LeakyReLU()": t.LeakyReLU(),
    "LeakyReLU(0.3)": t.LeakyReLU(0.3),
    "LogSigmoid()": t.LogSigmoid(),
    "LogSoftmax(-1)": t.LogSoftmax(-1),
    "Mish()": t.Mish(),
    "PReLU()": t.PReLU(),
    "PReLU(init=0.7)": t.PReLU(init=0.7),
    "ReLU()": t.ReLU(),
    "ReLU(inplace=True)": t.ReLU(inplace=True),
    "ReLU6()": t.ReLU6(),
    "RReLU()": t.RReLU(),
    "RReLU(0.1, 0.2)": t.RReLU(0.1, 0.2),
    "SELU()": t.SELU(),
    "SiLU()": t.SiLU(),
    "Sigmoid()": t.Sigmoid(),
    "Softmax(-1)": t.Softmax(-1),
    "Softmin(-1)": t.Softmin(-1),
    "Softplus(threshold=40)": t.Softplus(threshold=40),
    "Softplus(3, 40)": t.Softplus(3, 40),
    "Softshrink()": t.Softshrink(),
    "Softshrink(1.5)": t.Softshrink(1.5),
    "Softsign()": t.Softsign(),
    "Tanh()": t.Tanh(),
    "Tanhshrink()": t.Tanhshrink(),
    "Threshold(0.5, -2)": t.Threshold(0.5, -2.0),
}


@DTYPES
@pytest.mark.parametrize("shape", [(6,), (3, 6)], ids=str)
@pytest.mark.parametrize("name", ACTIVATIONS)
def test_activations_alone_and_behind_linear(name, shape, dtype):
    rng = np.random.default_rng(0)
    x = (4 * rng.standard_normal((50, *shape))).astype(dtype)
    x[0] = np.linspace(-60, 60, x[0].size).reshape(shape)
    alone = copy.deepcopy(ACTIVATIONS[name]).to(TYPES[dtype])
    assert_same_outputs(alone, x)
    if name not in ("GELU()", "Identity()"):
        torch.manual_seed(0)
        behind = t.Sequential(t.Linear(6, 8), alone, t.Identity(), t.Linear(4 if name == "GLU()" else 8, 2))
        net = assert_same_outputs(behind.to(TYPES[dtype]), x, shape)
        assert len(net.layers) == 2  # the activation is the dense layer's


def test_every_activation_of_the_catalogue_that_pytorch_has_is_in_the_table():
    names = {name.partition("(")[0] for name in ACTIVATIONS}
    assert set(t.modules.activation.__all__) - names == {"MultiheadAttention", "Softmax2d"}


@DTYPES
def test_softplus_differs_by_less_than_its_threshold_leaves_off(dtype):
    x = np.linspace(15, 25, 101, dtype=dtype)[:, None]
    found = nn.Network.from_torch(t.Softplus()).forward(x)
    np.testing.assert_allclose(found, outputs(t.Softplus(), x), rtol=0, atol=2.1e-9 + 25 * np.finfo(dtype).eps)
    np.testing.assert_array_less(np.abs(found - np.log1p(np.exp(x.astype(np.float64)))), 1e-14 if dtype is np.float64 else 2e-6)


LAYERS = {
    "Linear": (t.Linear(6, 3), (6,)),
    "Linear without bias": (t.Linear(6, 3, bias=False), (6,)),
    "Linear of 2 axes": (t.Linear(6, 3), (4, 6)),
    "Linear of 3 axes": (t.Sequential(t.Linear(6, 3), t.GELU()), (2, 4, 6)),
    "PReLU of channels": (t.PReLU(6), (6,)),
    "PReLU of channels of 2 axes": (t.PReLU(4), (4, 6)),
    "Linear, PReLU": (t.Sequential(t.Linear(6, 3), t.PReLU(3)), (6,)),
    "Linear, PReLU of 2 axes": (t.Sequential(t.Linear(6, 3), t.PReLU(4)), (4, 6)),
    "BatchNorm1d": (t.BatchNorm1d(6, eps=1e-3, momentum=0.3), (6,)),
    "BatchNorm1d of 2 axes": (t.BatchNorm1d(4), (4, 6)),
    "BatchNorm1d, GELU": (t.Sequential(t.BatchNorm1d(4), t.GELU()), (4, 6)),
    "BatchNorm1d not affine": (t.BatchNorm1d(6, affine=False), (6,)),
    "LayerNorm": (t.LayerNorm(6, eps=1e-3), (6,)),
    "LayerNorm of 2 axes": (t.LayerNorm((4, 6)), (4, 6)),
    "LayerNorm of the last of 2 axes": (t.LayerNorm(6), (4, 6)),
    "LayerNorm without bias": (t.LayerNorm(6, bias=False), (6,)),
    "LayerNorm not affine": (t.LayerNorm(6, elementwise_affine=False), (6,)),
    "RMSNorm": (t.RMSNorm(6), (6,)),
    "RMSNorm of 2 axes": (t.RMSNorm((4, 6), eps=1e-2), (4, 6)),
    "RMSNorm not affine": (t.RMSNorm(6, elementwise_affine=False, eps=1e-6), (6,)),
    "Dropout": (t.Dropout(0.5), (6,)),
    "Flatten": (t.Flatten(), (4, 6)),
    "Flatten with negative ends": (t.Flatten(-2, 2), (4, 6)),
    "Flatten, Linear": (t.Sequential(t.ReLU(), t.Flatten(), t.Linear(24, 3), t.BatchNorm1d(3), t.PReLU(3)), (4, 6)),
    "GLU, Linear": (t.Sequential(t.GLU(), t.Linear(3, 2)), (6,)),
    "Softmax of a positive dim": (t.Sequential(t.Linear(6, 3), t.Softmax(2)), (4, 6)),
    "nothing": (t.Sequential(), (6,)),
}


@DTYPES
@pytest.mark.parametrize("name", LAYERS)
def test_layers(name, dtype):
    module, shape = LAYERS[name]
    module = shaken(copy.deepcopy(module)).to(TYPES[dtype])
    x = np.random.default_rng(1).standard_normal((20, *shape)).astype(dtype)
    if not module.state_dict():  # without an array it is float32 where the shape of rows is known
        x = x.astype(np.float32)
    assert_same_outputs(module, x, shape)
    if len(shape) == 1 or name in ("Flatten, Linear", "LayerNorm of 2 axes"):  # the shape need not be said
        assert_same_outputs(module, x)


@DTYPES
def test_an_epsilon_of_rms_norm_that_is_not_said_is_that_of_the_type(dtype):
    x = np.full((1, 4), np.finfo(dtype).eps ** 0.5, dtype)
    assert_same_outputs(t.RMSNorm(4).to(TYPES[dtype]), x)


def test_modules_become_layers_with_what_they_have():
    module = t.Sequential(
        t.Sequential(t.Linear(4, 8), t.LeakyReLU(0.2)),
        t.Dropout(0.25),
        t.Sequential(t.Identity(), t.BatchNorm1d(8, eps=1e-3, momentum=0.2), t.Sequential(t.GELU("tanh"))),
        t.Linear(8, 3, bias=False),
    )
    net = nn.Network.from_torch(module)
    assert repr(net) == (
        "Network([Dense(8, activation=Activation('leaky_relu', negative_slope=0.2)), Dropout(0.25), "
        "BatchNormalization(momentum=0.8, epsilon=0.001), Activation('gelu_tanh'), Dense(3, use_bias=False)])"
    )
    assert net.input_shape == (4,) and net.dtype == np.float32 and net.loss is None


# ---- shapes, types, memory --------------------------------------------------------------------------------------------------


def test_behind_flatten_the_network_learns_the_shape_of_its_inputs():
    module = t.Sequential(t.Flatten(), t.Linear(12, 3))
    net = nn.Network.from_torch(module)
    assert net.input_shape is None and net.layers[1].shape == (12,)
    with pytest.raises(ValueError, match="is built for rows of the shape"):
        net.forward(np.zeros((2, 5)))
    x = np.random.default_rng(0).standard_normal((5, 3, 4)).astype(np.float32)
    np.testing.assert_allclose(net.forward(x), outputs(module, x), rtol=0, atol=1e-6)
    assert net.input_shape == (3, 4)


@pytest.mark.parametrize("given", [torch.float16, torch.bfloat16])
def test_half_precision_becomes_float32(given):
    module = t.Sequential(t.Linear(4, 3), t.BatchNorm1d(3)).to(given)
    net = nn.Network.from_torch(module)
    assert net.dtype == np.float32
    assert_same_outputs(module.float(), np.ones((2, 4), np.float32))
    np.testing.assert_array_equal(net.layers[0].W, module[0].weight.detach().float().numpy().T)


def test_the_widest_type_is_that_of_the_network():
    net = nn.Network.from_torch(t.Sequential(t.Linear(4, 3), t.Linear(3, 2).double()))
    assert net.dtype == np.float64 and net.layers[0].W.dtype == np.float64
    assert nn.Network.from_torch(t.Sequential(t.Linear(4, 3).half(), t.LayerNorm(3))).dtype == np.float32


def test_the_memory_is_the_networks_own_and_the_module_stays_as_it_is():
    module = t.Sequential(t.Linear(4, 3), t.PReLU(3), t.BatchNorm1d(3)).train()
    before = {name: value.clone() for name, value in module.state_dict().items()}
    net = nn.Network.from_torch(module)
    x = np.ones((2, 4), np.float32)
    first = net.forward(x)
    with torch.no_grad():
        for parameter in module.parameters():
            parameter.zero_()
    np.testing.assert_array_equal(net.forward(x), first)
    module.load_state_dict(before)
    net.fit(np.random.default_rng(0).standard_normal((8, 4)), np.arange(8) % 3, epochs=2)
    assert module.training and all(torch.equal(value, before[name]) for name, value in module.state_dict().items())


def test_weights_that_two_modules_share_become_two():
    linear = t.Linear(3, 3)
    net = assert_same_outputs(t.Sequential(linear, t.Tanh(), linear), np.ones((2, 3), np.float32))
    assert not np.shares_memory(net.layers[0].W, net.layers[1].W)


# ---- answers and training ---------------------------------------------------------------------------------------------------

ENDS = {
    "logits": ((), lambda z: torch.softmax(z, -1)),
    "softmax": ((t.Softmax(-1),), lambda z: z),
    "log_softmax": ((t.LogSoftmax(-1),), torch.exp),
    "softmin": ((t.Softmin(-1),), lambda z: z),
    "softmax, identity": ((t.Softmax(1), t.Identity()), lambda z: z),
    "sigmoid": ((t.Sigmoid(),), lambda z: z),
}


@pytest.mark.parametrize("end", ENDS)
def test_probabilities_are_those_of_the_module(end):
    modules, probabilities = ENDS[end]
    module = t.Sequential(t.Linear(4, 8), t.ReLU(), t.Linear(8, 3), *modules).double()
    x = np.random.default_rng(0).standard_normal((10, 4))
    net, wanted = nn.Network.from_torch(module), probabilities(torch.from_numpy(outputs(module, x))).numpy()
    np.testing.assert_allclose(net.predict_proba(x), wanted, rtol=0, atol=1e-12)
    np.testing.assert_array_equal(net.predict(x), wanted > 0.5 if end == "sigmoid" else wanted.argmax(-1))


def test_one_output_is_a_value_and_one_sigmoid_two_classes():
    x = np.random.default_rng(0).standard_normal((10, 4)).astype(np.float32)
    linear = t.Linear(4, 1)
    net = nn.Network.from_torch(linear)
    np.testing.assert_allclose(net.predict(x), outputs(linear, x), rtol=0, atol=1e-6)
    with pytest.raises(ValueError, match="predict_proba needs a loss of classes"):
        net.predict_proba(x)
    p = outputs(t.Sequential(linear, t.Sigmoid()), x)
    of_logit = nn.Network(net.layers, "sigmoid_cross_entropy", net.dtype)
    for net in (nn.Network.from_torch(t.Sequential(linear, t.Sigmoid())), of_logit):
        np.testing.assert_allclose(net.predict_proba(x), np.hstack([1 - p, p]), rtol=0, atol=1e-6)
        np.testing.assert_array_equal(net.predict(x), p[:, 0] > 0.5)


@pytest.mark.parametrize("end", ENDS)
def test_training_goes_on(end):
    torch.manual_seed(0)
    rng = np.random.default_rng(0)
    x = rng.standard_normal((200, 4))
    hidden = t.Linear(4, 16), t.BatchNorm1d(16), t.PReLU(16), t.Dropout(0.1), t.Linear(16, 16), t.LayerNorm(16), t.GELU()
    net = nn.Network.from_torch(t.Sequential(*hidden, t.Linear(16, 3), *ENDS[end][0]))
    y = np.argmax(x[:, :3], 1)
    if end == "sigmoid":
        y = np.eye(3, dtype=int)[y]
    history = net.fit(x, y, epochs=60, optimizer=nn.optimizers.Adam(1e-2), rng=0)
    assert history["loss"][-1] < 0.75 * history["loss"][0]
    assert net.evaluate(x, y)["accuracy"] > 0.85


def test_what_is_not_affine_stays_so_in_training():
    module = t.Sequential(
        t.Linear(3, 4), t.BatchNorm1d(4, affine=False), t.LayerNorm(4, elementwise_affine=False),
        t.RMSNorm(4, elementwise_affine=False), t.Linear(4, 2),
    )  # fmt: skip
    net = nn.Network.from_torch(module)
    W = net.layers[0].W.copy()
    net.fit(np.random.default_rng(0).standard_normal((20, 3)), np.arange(20) % 2, epochs=3, rng=0)
    assert not np.array_equal(net.layers[0].W, W)
    for layer in net.layers[1:4]:
        assert (layer.gamma == 1).all() and (getattr(layer, "beta", None) is None or (layer.beta == 0).all())


def test_a_step_of_training_is_that_of_pytorch():
    hidden = t.Linear(3, 8), t.BatchNorm1d(8), t.ELU(0.5), t.LayerNorm(8)
    module = shaken(t.Sequential(*hidden, t.Linear(8, 4), t.LogSoftmax(-1))).double().train()
    x, y = np.random.default_rng(0).standard_normal((30, 3)), np.arange(30) % 4
    net = nn.Network.from_torch(module)
    sgd = torch.optim.SGD(module.parameters(), 0.1)
    t.functional.nll_loss(module(torch.from_numpy(x)), torch.from_numpy(y)).backward()
    sgd.step()
    net.fit(x, y, batch_size=30, shuffle=False, optimizer=nn.optimizers.SGD(0.1))
    np.testing.assert_allclose(net.forward(x), outputs(module, x), rtol=0, atol=1e-11)


# ---- what is refused --------------------------------------------------------------------------------------------------------


class OwnLinear(t.Linear):
    def forward(self, x):
        return 2 * super().forward(x)


class Own(t.Module):
    def forward(self, x):
        return x


def hooked(module, way="register_forward_hook"):
    getattr(module, way)(lambda *_: None)
    return module


def with_another_forward(module):
    module.forward = lambda x: x
    return module


def quietly(function, *arguments):
    with pytest.warns(FutureWarning):
        return function(*arguments)


REFUSED = {
    "a layer": (t.Sequential(t.Linear(3, 3), t.Conv1d(3, 3, 1)), "module 1, Conv1d"),
    "a nested one": (t.Sequential(t.ReLU(), t.Sequential(t.AlphaDropout(0.5))), r"module 1\.0, AlphaDropout\(p=0.5"),
    "by its name": (t.Sequential(torch.nn.modules.container.OrderedDict(last=t.Bilinear(2, 2, 2))), "module last, Bilinear"),
    "a subclass": (t.Sequential(OwnLinear(3, 3)), "module 0, OwnLinear"),
    "a module of one's own": (Own(), r"module, Own\(\): it has no counterpart"),
    "a Sequential of one's own": (type("Mine", (t.Sequential,), {})(t.ReLU()), "module, Mine"),
    "None": (t.Sequential(torch.nn.modules.container.OrderedDict(a=None)), "module a, None"),
    "forward hooks": (t.Sequential(hooked(t.Linear(3, 3))), r"module 0, Linear.*forward hooks \(<lambda>\)"),
    "forward hooks of all": (hooked(t.Sequential(t.Linear(3, 3))), "module, Sequential.*forward hooks"),
    "hooks before": (t.Sequential(hooked(t.ReLU(), "register_forward_pre_hook")), "module 0, ReLU.*forward hooks"),
    "weight_norm": (t.Sequential(quietly(t.utils.weight_norm, t.Linear(3, 3))), "module 0, Linear.*WeightNorm"),
    "parametrisations": (t.Sequential(t.utils.parametrizations.weight_norm(t.Linear(3, 3))), "module 0.*parametrised"),
    "another forward": (t.Sequential(with_another_forward(t.ReLU())), "module 0, ReLU.*forward is another"),
    "lazy ones": (t.Sequential(t.LazyLinear(3), t.LazyBatchNorm1d()), "module 0, Lazy.*no weights before.*module 1, Lazy"),
    "torch.compile": (torch.compile(t.Linear(3, 3), backend="eager"), "module, OptimizedModule.*its _orig_mod: give that"),
    "DataParallel": (t.DataParallel(t.Linear(3, 3)), "module, DataParallel.*its module: give that"),
    "momentum=None": (t.BatchNorm1d(3, momentum=None), "module, BatchNorm1d.*momentum=None"),
    "no statistics": (t.BatchNorm1d(3, track_running_stats=False), "track_running_stats=False"),
    "BatchNorm2d": (t.BatchNorm2d(3), "module, BatchNorm2d"),
    "a low threshold": (t.Softplus(threshold=10), "threshold below 20"),
    "Softmax of the rows": (t.Sequential(t.Linear(3, 3), t.Softmax(0)), "module 1, Softmax.*not dim=0"),
    "Softmax of an unknown axis": (t.Softmax(1), "dim=1 is needs input_shape"),
    "Softmax2d": (t.Softmax2d(), "module, Softmax2d"),
    "GLU of another axis": (t.GLU(0), "which axis dim=0 is needs input_shape"),
    "an odd GLU": (t.Sequential(t.Linear(3, 3), t.GLU()), "module 1, GLU.*even"),
    "Flatten of all": (t.Flatten(0), "module, Flatten.*start_dim=1"),
    "Flatten of some": (t.Flatten(1, 2), "module, Flatten.*end_dim=-1"),
    "sizes that do not fit": (t.Sequential(t.Linear(3, 4), t.Linear(5, 2)), r"end in \(5,\).*shape \(4,\) \(give input_shape"),
    "slopes that do not fit": (t.Sequential(t.Linear(3, 4), t.PReLU(3)), "module 1, PReLU.*3 channels"),
    "channels that do not fit": (t.Sequential(t.BatchNorm1d(3), t.Flatten(), t.Linear(12, 2)), "module 2, Linear"),
    "no values": (t.Linear(3, 4, device="meta"), "module, Linear.*on the device meta"),
    "complex numbers": (t.Linear(3, 4, dtype=torch.complex64), "module, Linear.*real numbers"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_has_no_counterpart_is_named(name):
    module, told = REFUSED[name]
    with pytest.raises(ValueError, match=f"from_torch cannot translate .*{told}"):
        nn.Network.from_torch(module)


def test_all_that_is_refused_is_named_at_once():
    module = t.Sequential(
        t.AlphaDropout(0.5), t.Linear(3, 3), t.Sequential(t.Conv1d(3, 3, 1), t.BatchNorm1d(3, momentum=None)), t.Softplus(1, 5)
    )
    with pytest.raises(ValueError) as error:
        nn.Network.from_torch(module)
    told = str(error.value).split("; ")
    assert [one.partition("module ")[2].partition("(")[0] for one in told] == [
        "0, AlphaDropout", "2.0, Conv1d", "2.1, BatchNorm1d", "3, Softplus",
    ]  # fmt: skip


@pytest.mark.parametrize("given", [None, 3, "Linear", t.Linear, [t.Linear(2, 2)], torch.zeros(3)], ids=repr)
def test_what_is_no_module_is_a_type_error(given):
    with pytest.raises(TypeError, match=r"module must be a torch\.nn\.Module, not"):
        nn.Network.from_torch(given)


WRONG_SHAPES = [(3, TypeError), ((), TypeError), ((3.0,), TypeError), ((0,), ValueError), ((4,), ValueError)]


@pytest.mark.parametrize("given, error", WRONG_SHAPES, ids=str)
def test_input_shapes_that_are_none(given, error):
    with pytest.raises(error, match=r"input_shape must be|end in \(3,\), but here rows are of the shape \(4,\)$"):
        nn.Network.from_torch(t.Linear(3, 2), given)


# ---- random architectures ---------------------------------------------------------------------------------------------------


def architecture(rng):
    """A random Sequential with its input shape: everything that there is, in any order that fits."""
    shape = [int(n) for n in rng.integers(1, 9, rng.integers(1, 4))]
    first = tuple(shape)
    modules = []
    for _ in range(rng.integers(1, 10)):
        axes, last = len(shape), shape[-1]
        kind = rng.choice(["linear", "activation", "activation", "norm", "other"])
        if kind == "linear":
            shape[-1] = int(rng.integers(1, 9))
            modules.append(t.Linear(last, shape[-1], bias=bool(rng.integers(2))))
        elif kind == "activation":
            name = rng.choice([name for name in ACTIVATIONS if name != "GLU()" or last % 2 == 0])
            modules.append(copy.deepcopy(ACTIVATIONS[name]))
            shape[-1] = last // 2 if name == "GLU()" else last
        elif kind == "norm":
            found = [t.LayerNorm(last), t.RMSNorm(last, eps=1e-4), t.LayerNorm(shape), t.RMSNorm(shape, eps=1e-4)]
            found += [t.LayerNorm(last, elementwise_affine=False), t.LayerNorm(last, bias=False)]
            found += [t.BatchNorm1d(shape[0]), t.BatchNorm1d(shape[0], affine=False)] if axes < 3 else []
            modules.append(found[rng.integers(len(found))])
        else:
            found = [t.PReLU(shape[0]), t.Dropout(0.5), t.Identity(), t.Flatten()]
            modules.append(found[rng.integers(len(found))])
            shape = [int(np.prod(shape))] if isinstance(modules[-1], t.Flatten) else shape
    while len(modules) > 1 and rng.integers(3):  # nested
        start = rng.integers(len(modules) - 1)
        stop = start + 1 + rng.integers(len(modules) - start)
        modules[start:stop] = [t.Sequential(*modules[start:stop])]
    return t.Sequential(*modules, t.Linear(shape[-1], 3)), first


@pytest.mark.parametrize("seed", range(100))
def test_random_architectures(seed):
    rng = np.random.default_rng(seed)
    torch.manual_seed(seed)
    module, shape = architecture(rng)
    shaken(module, seed)
    x = rng.standard_normal((7, *shape))
    for dtype in LIMITS:
        net = assert_same_outputs(module.to(TYPES[dtype]), x.astype(dtype), shape)
    history = net.fit(x, rng.standard_normal((7, *net.layers[-1].output_shape)), epochs=2, optimizer="SGD", rng=0)
    assert np.isfinite(history["loss"]).all()
